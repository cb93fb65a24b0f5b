import { Fragment } from 'preact';
import { languageOf } from '../../shared/level.ts';
import type { Verdict } from '../client/activity.ts';
import type { Message } from '../client/view.ts';
import { Choices } from './choices.tsx';
import { useSurroundings } from './context.ts';
import { Feedback } from './feedback.tsx';
import { Section } from './section.tsx';
import { Text } from './text.tsx';

interface BotMessageProps {
  message: Message;
  verdict: Verdict | undefined;
  /** Whether it still waits for an answer: only then can one be chosen. */
  open: boolean;
}

/** What the assistant said. */
export function BotMessage({ message: { id, text, reply }, verdict, open }: BotMessageProps) {
  const { words } = useSurroundings();
  const labels = reply?.choices?.labels ?? [];
  return (
    <article class="bot" tabIndex={-1} lang={reply && languageOf(reply.level)}>
      <h3 class="hidden-text">{words.assistant}</h3>
      <div class="bubble">
        {reply === undefined ? (
          <Text markdown={text} />
        ) : (
          reply.sections.map((section, index) => (
            <Fragment key={index}>
              <Section {...section} />
              {section.rateable && <Feedback message={id} verdict={verdict} />}
            </Fragment>
          ))
        )}
      </div>
      {open && reply?.choices !== undefined && labels.length > 0 && <Choices {...reply.choices} />}
    </article>
  );
}
