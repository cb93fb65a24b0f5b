import { Temporal } from 'temporal-polyfill';
import { dateText } from '../dates/date-text.ts';
import type { Messages } from '../knowledge/knowledge.ts';
import { languageOf, type Language } from '../shared/level.ts';
import { fill, messagesFor } from './assistant.ts';
import { say } from './compose.ts';
import { current } from './dialogs/state.ts';
import { plain, type Section } from './reply.ts';
import { rememberedOf, remembersNothing, type Remembered } from './remembered.ts';
import type { SavedPlan } from './saved-plan.ts';
import type { Setting } from './setting.ts';
import { aside, type TurnResult } from './turn-result.ts';

/** Says what is remembered of a person, what is not, and how long; where others read along, where to ask it. */
export function tellData(setting: Setting): TurnResult {
  const { session, today, assistant, shared, plan, keeps } = setting;
  const messages = messagesFor(assistant, session);
  const words = messages.data;
  if (shared) return aside(session, { ...say(session, words.elsewhere), elsewhere: true });
  const remembered = rememberedOf(session, today, assistant);
  const nothing = remembersNothing(remembered) && plan === undefined;
  const sections = [
    nothing ? titled(words.title, words.nothing) : titled(words.title, facts(remembered, messages)),
    ...remembered.dialogs.map(({ title, answers }) =>
      titled(
        fill(words.answers, { title }),
        answers.map(({ question, answer }) => `- ${question}: ${answer}`).join('\n'),
      ),
    ),
    ...(plan === undefined ? [] : [planSection(plan, languageOf(session.level), messages)]),
    titled(words.unknownTitle, words.unknown),
    titled(words.keptTitle, keeps === 'words' ? words.keptWords : keeps === 'choices' ? words.keptChoices : words.kept),
    ...stillOpen(setting, messages),
  ];
  return aside(session, {
    level: session.level,
    sections,
    choices: { labels: [words.wipe], numbered: false },
    export: true,
  });
}

function facts({ audience, shown, offered, illness, messages: count }: Remembered, messages: Messages): string {
  const { employee, employer, heard, level, topics, choices, illness: named, count: counted } = messages.data;
  const who = audience && [audience.who === 'employee' ? employee : employer, ...(audience.said ? [] : [heard])];
  return [
    ...(who ? [who.join(' ')] : []),
    level,
    ...(shown.length > 0 ? [fill(topics, { titles: shown.join('; ') })] : []),
    ...(offered.length > 0 ? [fill(choices, { titles: offered.join('; ') })] : []),
    ...(illness ? [named] : []),
    fill(counted, { count: String(count) }),
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}

function planSection({ agreedOn, keptUntil }: SavedPlan, language: Language, { data }: Messages): Section {
  const day = (date: string) => dateText(Temporal.PlainDate.from(date), language);
  return titled(data.planTitle, fill(data.plan, { since: day(agreedOn), until: day(keptUntil) }));
}

/** How to go on with the dialog that is open. */
function stillOpen(setting: Setting, { dialog: { stillOpen: words } }: Messages): Section[] {
  const now = current(setting);
  if (now === undefined || now.position.done) return [];
  return [plain(fill(words, { title: now.dialog.texts.title[languageOf(setting.session.level)] }))];
}

function titled(title: string, text: string): Section {
  return { ...plain(text), title };
}
