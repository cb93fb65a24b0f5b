import { requestOf } from '../../deadlines/request.ts';
import { rowId } from '../../documents/make-plan.ts';
import { foldText } from '../../shared/text.ts';
import { citationsOf } from '../../knowledge/knowledge.ts';
import { deadlineTexts, deadlineTitle, derivationTexts } from '../../documents/deadline-words.ts';
import type { Deadline } from '../../rules/deadline.ts';
import { Temporal } from 'temporal-polyfill';
import type { Reply, Section } from '../reply.ts';
import { outcomeOf } from './outcome.ts';
import { messages, readerOf, textOf, type Voice } from './words.ts';

/** So many dates are explained at once; another one can be asked for by its name. */
const EXPLAINED = 3;

/**
 * How the dates of an outcome were reached, step by step, with their sources.
 *
 * @param which words of the title of one date; without them the first ones to come
 */
export function derivationReply(voice: Voice, which = ''): Reply | undefined {
  const plan = outcomeOf(voice)?.plan;
  if (plan === undefined) return undefined;
  const { today } = voice.running.context;
  const named = which === '' ? [] : plan.deadlines.filter((deadline) => isNamed(deadline, which, voice));
  const coming = plan.deadlines.filter(({ date }) => Temporal.PlainDate.compare(date, today) >= 0);
  const chosen = named.length > 0 ? named : coming.length > 0 ? coming : plan.deadlines;
  return {
    level: voice.session.level,
    sections: chosen.slice(0, EXPLAINED).map((deadline) => ({
      ...explained(deadline, voice),
      documents: {
        request: requestOf(plan.verzuim),
        audience: voice.running.context.audience,
        row: rowId(deadline),
      },
    })),
    choices: { labels: [messages(voice).dialog.allDates, messages(voice).dialog.change], numbered: false },
  };
}

function isNamed(deadline: Deadline, which: string, voice: Voice): boolean {
  const title = foldText(titleOf(deadline, voice)).split(' ');
  return foldText(which)
    .split(' ')
    .every((word) => title.some((part) => part.startsWith(word)));
}

function titleOf(deadline: Deadline, voice: Voice): string {
  return deadlineTitle(deadline, readerOf(voice), voice.assistant.knowledge);
}

/** One date: what to do, what if it is missed, the steps towards it, and what it rests on. */
function explained(deadline: Deadline, voice: Voice): Section {
  const { knowledge } = voice.assistant;
  const texts = deadlineTexts(deadline, knowledge);
  const steps = derivationTexts(deadline, readerOf(voice), knowledge).map((step) => `- ${step}`);
  const paragraphs = [
    textOf(texts.do, voice),
    steps.join('\n'),
    ...(texts.missed === undefined ? [] : [textOf(texts.missed, voice)]),
    ...(texts.unverified === undefined ? [] : [textOf(texts.unverified, voice)]),
  ];
  const force = textOf(knowledge.deadlines.forces[deadline.force], voice);
  return {
    title: titleOf(deadline, voice),
    notes: [
      deadline.certainty === 'high'
        ? force
        : `${force}; ${textOf(knowledge.deadlines.certainties[deadline.certainty], voice)}`,
    ],
    text: paragraphs.join('\n\n'),
    sources: citationsOf(deadline.basis, knowledge.sources),
  };
}
