import { TurnContext } from 'botbuilder';

/** What was typed, without mentions and without the entities that Teams leaves in it. */
export function typedText({ activity }: TurnContext): string {
  // The SDK takes it for granted that there is one.
  if ((activity.text as string | undefined) === undefined) return '';
  const text = (TurnContext.removeRecipientMention(activity) as string | undefined) ?? activity.text;
  return (
    ((text as string | undefined) ?? '')
      // Who else is mentioned does not matter, and is nobody's name to match on.
      .replaceAll(/<at>[^<]*<\/at>/g, ' ')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  );
}
