import { describe, expect, it } from 'vitest';
import { newSession } from '../../src/conversation/session.ts';
import { turn } from '../../src/conversation/turn.ts';
import { COMMAND_LISTS } from '../../src/teams-package/commands.ts';
import { realAssistant, TODAY } from '../support/assistant.ts';

const assistant = realAssistant();

const titles = COMMAND_LISTS.flatMap(({ scopes, commands }) =>
  commands.flatMap(({ title }) =>
    [title.nl, title.en].map((text) => ({ text, isPersonal: scopes.includes('personal') })),
  ),
);

describe.each(['nl-B1', 'nl-A2', 'en'] as const)('a command that Teams sends, at level %s', (level) => {
  it.each(titles)('is understood: $text', ({ text, isPersonal }) => {
    const { replies, session, outcome } = turn({ text }, newSession({ level }), TODAY, assistant);
    const startsDialog = session.dialog?.active === true;
    const isKnown = assistant.phrases.command(text) !== undefined || startsDialog || outcome.decision === 'answer';
    expect(isKnown).toBe(true);
    const said = replies.flatMap(({ sections }) => sections.map((section) => section.text)).join('\n');
    expect(said).not.toContain(assistant.knowledge.messages[level].fallback);
    // Others read along in a team: no dialog about one person.
    if (!isPersonal) expect(startsDialog).toBe(false);
  });
});
