import { describe, expect, it } from 'vitest';
import { DIALOGS } from '../../dialogs/index.ts';
import { outcomeOf, outcomeReply } from '../../src/conversation/dialogs/outcome.ts';
import { derivationReply } from '../../src/conversation/dialogs/derivation.ts';
import { newState, running } from '../../src/conversation/dialogs/state.ts';
import { newSession } from '../../src/conversation/session.ts';
import { checkDialog } from '../../src/dialog-engine/check.ts';
import type { Dialog } from '../../src/dialog-engine/definition.ts';
import { mermaid } from '../../src/dialog-engine/graph.ts';
import { DIALOGS as DIALOG_NAMES } from '../../src/knowledge/topic-schema.ts';
import type { AUDIENCES } from '../../src/shared/audience.ts';
import { LEVELS, type Level } from '../../src/shared/level.ts';
import type { Voice } from '../../src/conversation/dialogs/words.ts';
import { realAssistant, REAL_KNOWLEDGE, TODAY } from '../support/assistant.ts';
import { declaredEdges, walks, type Walk } from './walker.ts';

const assistant = realAssistant();

describe('the guided dialogs', () => {
  it('are the ones that topics may lead to', () => {
    expect(DIALOGS.map(({ id }) => id).sort()).toEqual([...DIALOG_NAMES].sort());
  });

  it('start by phrases that no other dialog has', () => {
    const starts = assistant.dialogs.all.flatMap(({ texts: { id, title, button, starts: others } }) =>
      [...new Set([id, title.nl, title.en, button.nl, button.en, ...others].map((text) => text.toLowerCase()))].map(
        (text) => [text, id],
      ),
    );
    const wrong = starts.filter(([text = '', id]) => assistant.dialogs.startedBy(text)?.definition.id !== id);
    expect(wrong).toEqual([]);
  });
});

const MOST_WALKS = 8_000;
const PLAIN_WALKS = 100;

/** The walks that take an edge or come to an outcome first, for either side, with some more; and the edges that no walk takes. */
function walked(dialog: Dialog): { some: Walk[]; missed: string[] } {
  const missed = new Set(declaredEdges(dialog));
  const seen = new Set<string>();
  const some: Walk[] = [];
  for (const walk of walks(dialog, MOST_WALKS)) {
    const taken = [...walk.edges, walk.outcome].map((step) => `${walk.context.audience} ${step}`);
    if (some.length < PLAIN_WALKS || taken.some((step) => !seen.has(step))) some.push(walk);
    else if (missed.size === 0) break;
    for (const step of taken) seen.add(step);
    for (const edge of walk.edges) missed.delete(edge);
  }
  return { some, missed: [...missed] };
}

describe.each(DIALOGS.map((dialog) => [dialog.id, dialog] as const))('%s', (id, dialog) => {
  const texts = REAL_KNOWLEDGE.dialogs.find((one) => one.id === id);
  const { some, missed } = walked(dialog);

  it('has no dead end, no way to nowhere, and every text it needs', () => {
    expect(texts && checkDialog(dialog, texts)).toEqual([]);
  });

  it('has a walk along every declared edge', () => {
    expect(missed).toEqual([]);
  });

  it('names only findings and headings that it declares, with sources that exist', () => {
    for (const { answers, outcome, context } of some) {
      const voice = voiceAt(id, answers, context.audience);
      expect(voice.running.position.node).toBe(outcome);
      const result = outcomeOf(voice);
      if (result === undefined) continue;
      const findings = [result.headline, ...result.groups.flatMap((group) => group.findings)];
      for (const finding of findings) {
        expect(dialog.findings).toContain(finding.key);
        for (const { source } of finding.basis ?? []) expect(Object.keys(REAL_KNOWLEDGE.sources)).toContain(source);
      }
      for (const { heading } of result.groups) expect(dialog.headings).toContain(heading);
    }
  });

  it.each(LEVELS)('says every outcome in whole sentences, without a gap, at level %s', (level) => {
    for (const { answers, context } of some) {
      const voice = voiceAt(id, answers, context.audience, level);
      const replies = [outcomeReply(voice), derivationReply(voice)].filter((reply) => reply !== undefined);
      for (const reply of replies) {
        expect(reply.sections[0]?.text).not.toBe('');
        expect(JSON.stringify(reply.sections)).not.toMatch(/\{[a-zA-Z]+\}|undefined|\[object|NaN/);
      }
    }
  });

  it('has a graph with every question and outcome', () => {
    const graph = mermaid(dialog);
    for (const node of [...Object.keys(dialog.questions), ...Object.keys(dialog.outcomes)])
      expect(graph).toContain(`  ${node}`);
  });

  function voiceAt(
    name: string,
    answers: Walk['answers'],
    audience: (typeof AUDIENCES)[number],
    level: Level = 'nl-B1',
  ): Voice {
    const guided = assistant.dialogs.byId(name);
    if (guided === undefined) throw new Error(`no dialog ${name}`);
    const session = { ...newSession({ audience, level }), dialog: newState(name, guided, answers) };
    const now = running({ session, assistant, today: TODAY, canAskBack: true, shared: false }, audience);
    if (now === undefined) throw new Error('the dialog does not run');
    return { session, assistant, running: now };
  }
});
