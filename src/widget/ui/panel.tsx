import type { RefObject } from 'preact';
import type { ConversationState } from '../client/conversation.ts';
import { openMessage } from '../client/view.ts';
import { languageOf, type Level } from '../../shared/level.ts';
import type { Settings } from '../settings.ts';
import { Composer } from './composer.tsx';
import { SurroundingsProvider, type Surroundings } from './context.ts';
import { Header } from './header.tsx';
import { Log } from './log.tsx';

/** Elements that the focus is moved to. */
export interface PanelElements {
  dialog: RefObject<HTMLDialogElement | null>;
  heading: RefObject<HTMLHeadingElement | null>;
  log: RefObject<HTMLDivElement | null>;
  field: RefObject<HTMLTextAreaElement | null>;
}

export interface PanelProps {
  surroundings: Surroundings;
  settings: Settings;
  level: Level;
  conversation: ConversationState;
  /** What stood in the field on an earlier page. */
  keptDraft: string;
  /** What a screen reader is to say, the newest last. */
  spoken: readonly { key: number; text: string }[];
  elements: PanelElements;
}

/** The whole panel. It is shown and hidden by whoever drew it. */
export function Panel({ surroundings, settings, level, conversation, keptDraft, spoken, elements }: PanelProps) {
  const { words, actions } = surroundings;
  const { connection, view } = conversation;
  return (
    <SurroundingsProvider value={surroundings}>
      <dialog
        class="panel"
        lang={languageOf(level)}
        aria-labelledby="title"
        ref={elements.dialog}
        onCancel={(event) => {
          event.preventDefault();
          actions.close();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          // The page's own Escape is for the page.
          event.stopPropagation();
          event.preventDefault();
          actions.close();
        }}
      >
        <Header name={settings.name} level={level} heading={elements.heading} />
        {connection !== 'up' && <p class="banner">{connection === 'lost' ? words.lost : words.closed}</p>}
        <Log conversation={conversation} privacyUrl={settings.privacyUrl} element={elements.log} />
        <Composer
          keptDraft={keptDraft}
          asksDate={openMessage(view)?.reply?.expects === 'date'}
          field={elements.field}
        />
        <div class="hidden-text" role="status" aria-live="polite" aria-atomic="false">
          {spoken.map(({ key, text }) => (
            <p key={key}>{text}</p>
          ))}
        </div>
      </dialog>
    </SurroundingsProvider>
  );
}
