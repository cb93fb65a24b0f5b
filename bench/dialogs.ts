import { Temporal } from 'temporal-polyfill';
import { DIALOGS } from '../dialogs/index.ts';
import { composeAssistant } from '../src/compose.ts';
import { newSession } from '../src/conversation/session.ts';
import { turn } from '../src/conversation/turn.ts';
import { readDate } from '../src/dates/read-date.ts';
import type { Verzuim } from '../src/rules/case.ts';
import { timeline } from '../src/rules/timeline.ts';
import { time, timingLine } from './timing.ts';

const ROUNDS = 3;
const CASES = 3_000;
const TODAY = Temporal.PlainDate.from('2026-11-22');

/** What people type at the steps of a dialog: answers, questions in between, words of the dialog, nonsense. */
const TYPED = [
  'ja',
  'nee',
  'weet ik niet',
  '12-3-2026',
  'begin maart',
  '1',
  'geen',
  'waarom vraag je dit?',
  'terug',
  'hoe lang duurt spoor 2?',
  'ik ben een tijdje thuis geweest en toen weer begonnen',
  'alle datums',
  'hoe is dit berekend?',
  'wijzig eerste ziektedag',
  'xyzzy',
];

/** Time of one timeline, of a turn of a dialog, and of reading a date. @param dataDir where the content was read before */
export function benchDialogs(dataDir: string): void {
  const assistant = composeAssistant({ dataDir });
  const { figures } = assistant.knowledge;
  const cases = Array.from({ length: CASES }, (_, number) => caseOf(number));
  const measured = (verzuim: Verzuim) => timeline(verzuim, figures);
  console.log(timingLine('one timeline', time(cases, measured, { rounds: ROUNDS })));

  const steps = DIALOGS.flatMap(({ id }) => stepsOf(id));
  const say = ({ text, session }: (typeof steps)[number]) => turn({ text }, session, TODAY, assistant);
  console.log(timingLine('a turn of a dialog', time(steps, say, { rounds: ROUNDS })));

  const read = (text: string) => readDate(text, { today: TODAY });
  console.log(
    timingLine(
      'read a date',
      time(
        TYPED.map((text, at) => `${text} ${at}`),
        read,
        { rounds: 200 },
      ),
    ),
  );
  const hostile = ['12 maart ', '1-', 'maa', 'begin ', 'mei juni ', '3 '].map((text) =>
    text.repeat(2_000).slice(0, 2_000),
  );
  console.log(timingLine('read 2,000 hostile characters', time(hostile, read, { rounds: 20 })));

  /** A conversation through a dialog, by typing each of the texts in turn at every step. */
  function stepsOf(id: string) {
    let { session } = turn({ text: id }, newSession({ audience: 'employee', audienceSaid: true }), TODAY, assistant);
    return TYPED.flatMap((text) => {
      const here = TYPED.map((other) => ({ text: other, session }));
      ({ session } = turn({ text }, session, TODAY, assistant));
      return here;
    });
  }
}

/** Cases that differ in start, interruptions, AOW and contract; the same in each run. */
function caseOf(number: number): Verzuim {
  const eersteDag = TODAY.subtract({ days: (number * 37) % 1_000 });
  const hersteld = eersteDag.add({ days: 60 + (number % 90) });
  return {
    ziekteperioden:
      number % 3 === 0
        ? [{ eersteDag }]
        : [{ eersteDag, laatsteDag: hersteld }, { eersteDag: hersteld.add({ days: 2 + (number % 40) }) }],
    ...(number % 5 === 0 && { geboortedatum: new Temporal.PlainDate(1957 + (number % 10), 3, 15) }),
    ...(number % 7 === 0 && { eindeContract: eersteDag.add({ days: 200 }) }),
  };
}
