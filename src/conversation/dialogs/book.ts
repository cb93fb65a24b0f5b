import { checkDialog, type DialogFault } from '../../dialog-engine/check.ts';
import type { Dialog } from '../../dialog-engine/definition.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { DialogTexts } from '../../knowledge/dialog-texts-schema.ts';
import { ContentError, type ContentProblem } from '../../knowledge/problem.ts';
import { editDistance } from '../../shared/edit-distance.ts';
import { foldText } from '../../shared/text.ts';

/** The dialog that a date alone answers. */
export const QUICK_DIALOG = 'termijnen';

/** A guided dialog: its routes and its words. */
export interface GuidedDialog {
  definition: Dialog;
  texts: DialogTexts;
}

/** The guided dialogs of the assistant. */
export interface DialogBook {
  all: readonly GuidedDialog[];
  byId: (id: string) => GuidedDialog | undefined;
  /** The dialog that a message starts: by its title, its button, its name, or one of its starting phrases. */
  startedBy: (text: string) => GuidedDialog | undefined;
  /** The same for a message with one slip in it; nothing when two dialogs are as near. */
  startedBySlip: (text: string) => GuidedDialog | undefined;
}

/** A shorter message with a slip may be another word. Characters. */
const SHORTEST_SLIP = 6;

/** @throws ContentError when routes and texts of a dialog do not go together */
export function createDialogBook(definitions: readonly Dialog[], { dialogs }: Knowledge): DialogBook {
  const all = definitions.map((definition) => {
    const texts = dialogs.find(({ id }) => id === definition.id);
    if (texts === undefined)
      throw new ContentError([
        problem(definition, { at: 'texts.yaml', found: 'ontbreekt', fix: 'zet het bestand terug' }),
      ]);
    const faults = checkDialog(definition, texts);
    if (faults.length > 0) throw new ContentError(faults.map((fault) => problem(definition, fault)));
    return { definition, texts };
  });
  const byId = new Map(all.map((dialog) => [dialog.definition.id, dialog]));
  const byStart = new Map(all.flatMap((dialog) => startsOf(dialog).map((text) => [foldText(text), dialog] as const)));
  return {
    all,
    byId: (id) => byId.get(id),
    startedBy: (text) => byStart.get(foldText(text)),
    startedBySlip(text) {
      const folded = foldText(text);
      if (folded.length < SHORTEST_SLIP) return undefined;
      const near = [...byStart].filter(([start]) => editDistance(folded, start, 1) <= 1).map(([, dialog]) => dialog);
      return new Set(near).size === 1 ? near[0] : undefined;
    },
  };
}

function problem({ id }: Dialog, { at, found, fix }: DialogFault): ContentProblem {
  const allowed = 'routes en teksten die bij elkaar passen';
  return { severity: 'error', file: `dialogs/${id}/texts.yaml`, line: 1, field: at, found, allowed, fix };
}

function startsOf({ texts: { id, title, button, starts } }: GuidedDialog): string[] {
  return [id, title.nl, title.en, button.nl, button.en, ...starts];
}
