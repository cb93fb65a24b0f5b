import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { ConversationState } from '../client/conversation.ts';
import { awaitsReply, openMessage } from '../client/view.ts';
import { BotMessage } from './bot-message.tsx';
import { useSurroundings } from './context.ts';
import { OwnMessage } from './own-message.tsx';
import { Privacy } from './privacy.tsx';
import { scrollToLatest } from './latest.ts';
import { Typing } from './typing.tsx';

interface LogProps {
  conversation: ConversationState;
  privacyUrl: string | undefined;
  element: RefObject<HTMLDivElement | null>;
}

/** Everything said so far. */
export function Log({ conversation: { view, verdicts, connection, earlierGone }, privacyUrl, element }: LogProps) {
  const { words } = useSurroundings();
  const open = openMessage(view);
  const entries = view.messages.length + view.pending.length;
  useLayoutEffect(() => {
    if (element.current !== null) scrollToLatest(element.current);
  }, [entries, view.messages.at(-1)?.id]);
  return (
    <div class="log" role="region" aria-label={words.conversation} tabIndex={0} ref={element}>
      <Privacy address={privacyUrl} />
      {earlierGone && <p class="note">{words.gone}</p>}
      {view.messages.map((message) =>
        message.from === 'user' ? (
          <OwnMessage text={message.text} state="sent" key={message.key} />
        ) : (
          <BotMessage message={message} verdict={verdicts[message.id]} open={message === open} key={message.key} />
        ),
      )}
      {view.pending.map(({ key, text, refused }) => (
        <OwnMessage text={text} state={refused ? 'refused' : 'sending'} key={key} />
      ))}
      {awaitsReply(view) && connection === 'up' && <Typing key={entries} />}
    </div>
  );
}
