import { Temporal } from 'temporal-polyfill';
import { dateText } from '../../dates/date-text.ts';
import { AnswerReader, UNKNOWN, type Answer } from '../../dialog-engine/answers.ts';
import { parseAnswer, type AnswerWords } from '../../dialog-engine/parse-answer.ts';
import { problemWith } from '../../dialog-engine/resolve.ts';
import { AUDIENCES } from '../../shared/audience.ts';
import { languageOf, LEVELS } from '../../shared/level.ts';
import { foldText } from '../../shared/text.ts';
import { textAt } from '../../shared/text-at.ts';
import { fill } from '../assistant.ts';
import type { Setting } from '../setting.ts';
import { aside, type TurnResult } from '../turn-result.ts';
import { askStep } from './ask-step.ts';
import { show, withState } from './dialog-turn.ts';
import { askBack, explainProblem } from './explain-problem.ts';
import { answered, current, type DialogState, type Running } from './state.ts';
import { language, messages, type Voice } from './words.ts';

/** The message as an answer to the question at hand; nothing when it is none. */
export function dialogAnswer(text: string, setting: Setting): TurnResult | undefined {
  const now = current(setting);
  if (now === undefined || now.position.done) return undefined;
  const { session, assistant } = setting;
  const voice = { session, assistant, running: now };
  const question = now.dialog.definition.questions[now.position.node];
  if (question === undefined) return undefined;
  const completed = dayInOffered(text, now);
  if (completed !== undefined) return take(completed, false, now, voice, setting);
  const offered = now.state.offered?.[0];
  const agrees = now.state.offered?.length === 1 && assistant.phrases.dialogWord(text) === 'yes';
  const parsed = parseAnswer(question, agrees && offered !== undefined ? offered : text, answerWords(voice));
  if (parsed.kind === 'none') return undefined;
  if (parsed.kind === 'unsure') {
    const { text: asked, offered: dates } = askBack(parsed.reading, voice);
    const state: DialogState = { ...now.state, offered: dates.map(String) };
    return aside({ ...session, dialog: state }, askStep({ ...voice, running: { ...now, state } }, asked));
  }
  return take(parsed.answer, parsed.guessed === true, now, voice, setting);
}

/** The day of "de 12e" in the month that was offered; nothing when no month was, or the day is not in it. */
function dayInOffered(text: string, { state: { offered } }: Running): string | undefined {
  const day = /^(?:de |the )?(\d{1,2})(?:e|de|ste|th|st|nd|rd)?$/.exec(foldText(text))?.[1];
  const month = offered?.length === 1 ? offered[0] : undefined;
  if (day === undefined || month === undefined) return undefined;
  const date = Temporal.PlainDate.from(month);
  return Number(day) > date.daysInMonth ? undefined : date.with({ day: Number(day) }).toString();
}

/** Whether a message picks an option of the question at hand: "loonsanctie" may be an answer and the name of a dialog. */
export function picksOption(text: string, setting: Setting): boolean {
  const now = current(setting);
  const question = now?.dialog.definition.questions[now.position.node];
  if (now === undefined || (question?.kind !== 'choice' && question?.kind !== 'several')) return false;
  const words = answerWords({ session: setting.session, assistant: setting.assistant, running: now });
  return parseAnswer(question, text, words).kind === 'answer';
}

function take(answer: Answer, guessed: boolean, now: Running, voice: Voice, setting: Setting): TurnResult {
  const { position, dialog, context } = now;
  const question = dialog.definition.questions[position.node];
  if (question === undefined) throw new Error(`${position.node} is no question`);
  const problem = problemWith(question, answer, new AnswerReader(position.answers), context);
  if (problem !== undefined) return aside(setting.session, askStep(voice, explainProblem(problem, answer, voice)));
  const next = answered(now, answer);
  const isDate = question.kind === 'date' && next.position.answers[position.node] !== UNKNOWN;
  const read = isDate ? new AnswerReader(next.position.answers).date(position.node) : undefined;
  const above =
    read === undefined
      ? []
      : [fill(messages(voice).dialog[guessed ? 'readGuess' : 'read'], { date: dateText(read, language(voice)) })];
  return show(withState(setting, next), ...above);
}

/** How answers are understood at this step: every label, at every level and for either side. */
function answerWords(voice: Voice): AnswerWords {
  const { session, assistant, running: now } = voice;
  const { yes, no } = assistant.knowledge.phrases.dialog;
  const options = now.dialog.texts.questions[now.position.node]?.options ?? {};
  const labels = Object.entries(options).map(([option, { label, words }]): [string, string[]] => [
    option,
    [
      ...LEVELS.flatMap((level) => AUDIENCES.map((audience) => textAt(label, level, audience))),
      ...words,
      ...(option === 'ja' ? yes : option === 'nee' ? no : []),
    ],
  ]);
  return {
    today: now.context.today,
    language: languageOf(session.level),
    saysUnknown: (text) => assistant.phrases.dialogWord(text) === 'unknown',
    options: Object.fromEntries(labels),
  };
}

/** Says that a message is no answer, and asks the step again. */
export function notUnderstood(setting: Setting): TurnResult {
  const now = current(setting);
  if (now === undefined) throw new Error('no dialog is open');
  const voice = { session: setting.session, assistant: setting.assistant, running: now };
  const question = now.dialog.definition.questions[now.position.node];
  const words = messages(voice).dialog;
  const how =
    question?.kind === 'number'
      ? words.notANumber
      : question?.kind === 'date'
        ? words.notUnderstood
        : words.notAnOption;
  return aside(setting.session, askStep(voice, how));
}
