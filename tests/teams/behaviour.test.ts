import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Connector, type AdaptiveCard } from '../support/connector.ts';
import { Product, run } from '../support/product.ts';

let product: Product;
let connector: Connector;
let conversation: string;
let count = 0;

beforeAll(async () => {
  product = await Product.start({ PUBLIC_URL: 'https://spoor2.example' });
});

beforeEach(async () => {
  connector = await Connector.start();
  count += 1;
  conversation = `a:${count}`;
});

afterEach(() => {
  connector.stop();
});

afterAll(() => product.remove());

let deliveries = 0;

/** An activity as Teams sends it in a chat with one person. */
function activity(more: Record<string, unknown> = {}): Record<string, unknown> {
  deliveries += 1;
  return {
    ...connector.message('', `t${deliveries}`, conversation),
    channelId: 'msteams',
    locale: 'en-US',
    channelData: { tenant: { id: '00000000-0000-0000-0000-000000000002' } },
    conversation: { id: conversation, conversationType: 'personal' },
    recipient: { id: '28:bot', name: 'Assistent' },
    ...more,
  };
}

function inTeam(text: string, from = '29:one'): Record<string, unknown> {
  return activity({
    text: `<at>Assistent</at>&nbsp;${text}`,
    from: { id: from, name: 'Iemand' },
    conversation: {
      id: `${conversation}@thread.tacv2;messageid=${deliveries}`,
      conversationType: 'channel',
      isGroup: true,
    },
    entities: [{ type: 'mention', text: '<at>Assistent</at>', mentioned: { id: '28:bot', name: 'Assistent' } }],
  });
}

async function deliver(body: Record<string, unknown>): Promise<void> {
  expect((await product.post('/api/messages', body)).status).toBe(200);
}

const say = (text: string) => deliver(activity({ text }));

/** Presses a button of a card, with what stands in its inputs. */
function press(card: AdaptiveCard, title: string | RegExp, inputs: Record<string, string> = {}): Promise<void> {
  const { text: _none, ...pressed } = activity();
  return deliver({ ...pressed, value: { ...buttonOf(card, title), ...inputs } });
}

function buttonOf(card: AdaptiveCard, title: string | RegExp): object {
  const found = card.actions.find((action) => action.title.match(title) !== null);
  if (found === undefined) throw new Error(`no button ${String(title)} in ${card.actions.map((a) => a.title).join()}`);
  return found.data;
}

const last = () => connector.texts().at(-1) ?? '';

describe('a person who installs it', () => {
  it('is welcomed once, whatever events tell of it', async () => {
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }, { id: 'user' }] };
    await Promise.all([
      deliver(activity({ type: 'installationUpdate', action: 'add' })),
      deliver(activity(joined)),
      deliver(activity({ type: 'installationUpdate', action: 'add-upgrade' })),
    ]);
    expect(connector.texts()).toEqual([expect.stringContaining('spoor 2-assistent')]);
  });

  it('can begin with a button of the welcome, also when it is pressed twice', async () => {
    await deliver(activity({ type: 'installationUpdate', action: 'add' }));
    const card = connector.card();
    await Promise.all([press(card, 'Bereken mijn termijnen'), press(card, 'Bereken mijn termijnen')]);
    expect(connector.sent).toHaveLength(2);
    expect(last()).toContain('Wie ben jij?');
  });

  it('and removes it leaves nothing behind', async () => {
    await say('ik ben werkgever');
    await deliver(activity({ type: 'installationUpdate', action: 'remove' }));
    await say('Is spoor 2 verplicht?');
    expect(last()).toContain('Wie ben jij?');
  });

  it('and gets a newer version of it is still known', async () => {
    await say('ik ben werkgever');
    await deliver(activity({ type: 'installationUpdate', action: 'remove-upgrade' }));
    await deliver(activity({ type: 'installationUpdate', action: 'add-upgrade' }));
    const before = connector.sent.length;
    await say('Is spoor 2 verplicht?');
    expect(connector.sent).toHaveLength(before + 1);
    expect(last()).toContain('Antwoord voor de werkgever');
  });

  it.each(['Hi', 'hallo!', 'HELP', ' hulp ', 'Hoi', 'hello'])('gets a way forward after "%s"', async (text) => {
    await say(text);
    expect(last()).toMatch(/vraag|question/i);
  });
});

describe('the language and the level', () => {
  it('come from what is said, not from the client, and are remembered', async () => {
    await say('Wat is een proefplaatsing?');
    await say('ik ben werknemer');
    expect(last()).toContain('proefplaatsing');
    await say('english');
    await say('Wat is een loonsanctie?');
    expect(last()).toContain('Answer for the employee');
  });
});

describe('a button', () => {
  it('pressed twice says one thing, and the reply says what was pressed', async () => {
    await say('passend werk');
    await press(connector.card(), /werknemer/);
    const card = connector.card();
    const title = card.actions[0]?.title ?? '';
    const before = connector.sent.length;
    await Promise.all([press(card, title), press(card, title), press(card, title)]);
    expect(connector.sent).toHaveLength(before + 1);
    expect(JSON.stringify(connector.card().body[0])).toContain('Je koos: ');
  });

  it('of an old card says that it is outdated', async () => {
    await say('passend werk');
    const card = connector.card();
    await press(card, /werknemer/);
    await press(card, /werkgever/);
    expect(last()).toContain('niet meer openstaat');
  });

  it('fills in a whole form at once', async () => {
    await say('termijnen 2-2-2026 werknemer');
    await say('vergeet mij');
    await say('ik ben werknemer');
    await say('termijnen');
    const { data } = connector.card().actions.flatMap(({ card }) => card?.actions ?? [])[0] ?? {};
    const { text: _none, ...pressed } = activity();
    const value = { ...data, 'field.eersteZiektedag': '2026-01-05', 'field.onderbroken': 'nee' };
    await deliver({ ...pressed, value });
    expect(last()).not.toContain('Wat is je eerste ziektedag');
  });

  it('shows what comes after the beginning of a long answer, also how to reach a person', async () => {
    await say('ik ben werknemer');
    await say('Moet ik meewerken aan spoor 2? Wat doet de bedrijfsarts? Kan ik een mens spreken?');
    const submits = (part: unknown): { title: string; data: object }[] =>
      typeof part !== 'object' || part === null
        ? []
        : [
            ...('title' in part && 'data' in part && part.title === 'Toon meer' ? [part as never] : []),
            ...Object.values(part).flatMap(submits),
          ];
    const shown = [last()];
    for (let [more] = submits(connector.card()); more !== undefined; [more] = submits(connector.card())) {
      const { text: _none, ...pressed } = activity();
      await deliver({ ...pressed, value: more.data });
      shown.push(last());
      expect(shown.length).toBeLessThan(6);
    }
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.join()).toContain('mens');
    expect(shown.join()).not.toContain('Dat weet ik niet');
  });

  it('that someone made is not repeated as a link, nor at length', async () => {
    const { text: _none, ...pressed } = activity();
    await deliver({ ...pressed, value: { say: '[Log in](https://evil.example)' } });
    expect(JSON.stringify(connector.sent.at(-1))).not.toContain('](https://evil.example)');
    const value = { input: 'choice', choice: 'x'.repeat(50_000), turn: 1, question: '', onlyNow: true };
    await deliver({ ...activity(), text: undefined, value });
    expect(JSON.stringify(connector.sent.at(-1)).length).toBeLessThan(5_000);
  });

  it('takes a date from the calendar of its card', async () => {
    await say('ik ben werknemer');
    await say('termijnen');
    await press(connector.card(), 'Verder', { date: '2026-01-05' });
    expect(last()).toContain('maandag 5 januari 2026');
  });

  it('whose calendar is empty asks again', async () => {
    await say('ik ben werknemer');
    await say('termijnen');
    await press(connector.card(), 'Verder', { date: '' });
    expect(last()).toContain('eerste ziektedag');
  });
});

describe('an HR adviser between two other things', () => {
  it('has the dates in one message, with the file for the calendar and the picture', async () => {
    await say('termijnen 12-3-2025 werkgever');
    expect(connector.sent).toHaveLength(1);
    const card = JSON.stringify(connector.card());
    expect(card).toMatch(/\]\(https:\/\/spoor2\.example\/d\/[\w-]+\/termijnen\.ics\)/);
    expect(card).toMatch(/"type":"Image","url":"https:\/\/spoor2\.example\/d\/[^"]+\/tijdlijn\.png"/);
    expect(last()).toContain('Antwoord voor de werkgever');
  });
});

describe('a request of the channel', () => {
  const ask = async (body: Record<string, unknown>) =>
    product.post('/api/messages', activity({ type: 'invoke', ...body }));

  it('for answers to insert gets them as cards', async () => {
    const parameters = [{ name: 'vraag', value: 'loonsanctie' }];
    const response = await ask({ name: 'composeExtension/query', value: { commandId: 'zoek', parameters } });
    expect(response.status).toBe(200);
    expect(JSON.stringify(await response.json())).toMatch(/"type":"result".*oonsanctie/);
    expect(connector.sent).toEqual([]);
  });

  it('with a thumb is counted for what the message answered, once a person', async () => {
    await say('Hoe lang duurt spoor 2?');
    expect(connector.sent.at(-1)).toMatchObject({ channelData: { feedbackLoop: { type: 'custom' } } });
    const value = (reaction: string) => ({ actionName: 'feedback', actionValue: { reaction, feedback: 'mijn rug' } });
    const message = { name: 'message/submitAction', replyToId: String(connector.sent.length) };
    for (const reaction of ['like', 'dislike', 'dislike'])
      expect((await ask({ ...message, value: value(reaction) })).status).toBe(200);
    const { stdout } = run('feedback', ['--json'], '', { DATA_DIR: product.dataDir });
    expect(JSON.parse(stdout)).toEqual([{ topic: 'hoe-lang-duurt-spoor-2', level: 'nl-B1', helpful: 0, unhelpful: 1 }]);
    expect(product.log()).not.toContain('mijn rug');
  });

  it('that it does not know gets a status, and no words', async () => {
    expect((await ask({ name: 'adaptiveCard/action', value: {} })).status).toBe(501);
    expect(connector.sent).toEqual([]);
  });
});

describe('in a team', () => {
  it('is answered behind the mention', async () => {
    await deliver(inTeam('Hoe lang duurt spoor 2?'));
    expect(last()).toContain('Hoe lang spoor 2 duurt');
  });

  it('gets no personal dates, but the way to a chat of its own', async () => {
    await deliver(inTeam('termijnen 12-3-2025 werknemer'));
    expect(last()).toContain('lezen anderen mee');
    expect(JSON.stringify(connector.sent)).not.toMatch(/2025|2027/);
  });

  it('does not take who asks for dates there for an employee', async () => {
    await deliver(inTeam('termijnen 12-3-2025'));
    await deliver(inTeam('Is spoor 2 verplicht?'));
    expect(last()).toContain('Wie ben jij?');
  });

  it('hears an illness without confirming it to the others', async () => {
    await deliver(inTeam('Ik heb een burn-out, hoe lang duurt spoor 2?'));
    expect(last()).toContain('hier lezen anderen mee');
    expect(last()).not.toContain('Wat vervelend');
  });

  it('does not tell the others what was pressed', async () => {
    const { text: _none, ...pressed } = inTeam('');
    await deliver({ ...pressed, value: { say: '12 maart 2025', turn: 3, question: 'termijnen x', onlyNow: true } });
    expect(JSON.stringify(connector.sent)).not.toContain('12 maart');
  });

  it('understands a mention with nothing beside it, and one without its text', async () => {
    const { text: _none, ...silent } = inTeam('');
    await deliver(silent);
    await deliver({ ...inTeam('hallo'), entities: [{ type: 'mention', text: null, mentioned: { id: '28:bot' } }] });
    expect(connector.texts()).toEqual([expect.stringContaining('alleen tekst lezen'), expect.stringContaining('Hoi')]);
  });

  it('keeps what one person chose apart from another', async () => {
    await deliver(inTeam('ik ben werkgever', '29:one'));
    await deliver(inTeam('Is spoor 2 verplicht?', '29:two'));
    expect(last()).toContain('Wie ben jij?');
    await deliver(inTeam('Is spoor 2 verplicht?', '29:one'));
    expect(last()).toContain('Antwoord voor de werkgever');
  });

  it('is greeted as a whole, once, and no member by itself', async () => {
    const place = { conversation: { id: `${conversation}@thread.tacv2`, conversationType: 'channel', isGroup: true } };
    const came = { type: 'conversationUpdate', ...place };
    await deliver(activity({ ...came, membersAdded: [{ id: '28:bot' }] }));
    await deliver(activity({ type: 'installationUpdate', action: 'add', ...place }));
    await deliver(activity({ ...came, membersAdded: [{ id: '29:new' }] }));
    expect(connector.texts()).toEqual([expect.stringContaining('Iedereen hier leest mee')]);
  });

  it('does not take the names of others for words', async () => {
    const { text, ...rest } = inTeam('');
    await deliver({ ...rest, text: `${String(text)}<at>Jan Termijnen</at> hoe lang duurt spoor 2?` });
    expect(last()).toContain('Hoe lang spoor 2 duurt');
  });
});

describe('a message that was changed or deleted', () => {
  it.each(['messageUpdate', 'messageDelete'])('%s changes nothing', async (type) => {
    await deliver(activity({ type, text: 'vergeet mij', channelData: { eventType: 'editMessage' } }));
    expect(connector.sent).toEqual([]);
  });
});
