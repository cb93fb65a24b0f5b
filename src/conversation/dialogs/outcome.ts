import { requestOf } from '../../deadlines/request.ts';
import { AnswerReader } from '../../dialog-engine/answers.ts';
import type { OutcomeResult } from '../../dialog-engine/outcome.ts';
import { makePlan, withoutRepeats } from '../../documents/make-plan.ts';
import type { Plan } from '../../documents/plan.ts';
import { citationsOf, type Citation } from '../../knowledge/knowledge.ts';
import { CaseError } from '../../rules/case-error.ts';
import { languageOf } from '../../shared/level.ts';
import { fill } from '../assistant.ts';
import { plain, type Choices, type Reply, type Section } from '../reply.ts';
import { firstRows, tableOf } from './dates-table.ts';
import { answerText, findingText, labelOf, messages, textOf, type Voice } from './words.ts';

/** What a dialog came to: the most important first, then the first dates, then the reasons. */
export function outcomeReply(voice: Voice): Reply {
  const { running, session, assistant } = voice;
  const { dialog } = running;
  const words = messages(voice);
  const outcome = outcomeOf(voice);
  if (outcome === undefined)
    return {
      level: session.level,
      sections: [plain(words.dialog.contradiction), answersSection(voice)],
      choices: { labels: [words.dialog.change, words.dialog.again], numbered: false, onlyNow: true },
    };
  const forWhom = running.context.audience === 'employee' ? words.forEmployee : words.forEmployer;
  const headline: Section = {
    title: dialog.texts.title[languageOf(session.level)],
    notes: [forWhom],
    text: [findingText(outcome.headline, voice), ...assumedLine(voice)].join('\n\n'),
    sources: [],
  };
  const groups = outcome.groups
    .filter(({ findings }) => findings.length > 0)
    .map(({ heading, findings }): Section => ({
      title: textOf(dialog.texts.headings[heading] ?? missing(heading), voice),
      notes: [],
      text: findings.map((finding) => `- ${findingText(finding, voice)}`).join('\n'),
      sources: [],
    }));
  const sections = [headline, ...planSections(outcome, voice), ...groups, answersSection(voice)];
  const bases = [outcome.headline, ...outcome.groups.flatMap(({ findings }) => findings)].flatMap(
    ({ basis = [] }) => basis,
  );
  const last = sections.pop();
  return {
    level: session.level,
    sections:
      last === undefined
        ? sections
        : [...sections, { ...last, sources: unique(citationsOf(bases, assistant.knowledge.sources)) }],
    choices: choicesOf(outcome.plan !== undefined, voice),
  };
}

/** All dates of an outcome. */
export function allDatesReply(voice: Voice): Reply | undefined {
  const outcome = outcomeOf(voice);
  const plan = outcome && planOf(outcome, voice);
  if (plan === undefined) return undefined;
  const { rows } = withoutRepeats(plan);
  const words = messages(voice).dialog;
  const section: Section = {
    title: words.allDates,
    notes: [],
    text: '',
    sources: [],
    table: tableOf(rows, { ...voice, today: voice.running.context.today }),
  };
  return {
    level: voice.session.level,
    sections: [section],
    choices: choicesOf(true, voice, words.allDates),
  };
}

/** The dates of an outcome in words; nothing when it has none. */
function planOf({ plan }: OutcomeResult, voice: Voice): Plan | undefined {
  if (plan === undefined) return undefined;
  const { session, running, assistant } = voice;
  const { audience, today } = running.context;
  const first = plan.verzuim.ziekteperioden[0];
  if (first === undefined) return undefined;
  const reader = { level: session.level, audience, today };
  const title = running.dialog.texts.title[languageOf(session.level)];
  return makePlan(title, first.eersteDag, plan.deadlines, reader, assistant.knowledge);
}

/** What the rules say at the outcome a dialog stands at; nothing when the answers contradict each other. */
export function outcomeOf({ running }: Voice): OutcomeResult | undefined {
  const { dialog, position, context } = running;
  const outcome = dialog.definition.outcomes[position.node];
  if (outcome === undefined) throw new Error(`${position.node} is no outcome of ${dialog.definition.id}`);
  try {
    return outcome(new AnswerReader(position.answers), context);
  } catch (error) {
    if (error instanceof CaseError) return undefined;
    throw error;
  }
}

function planSections(outcome: OutcomeResult, voice: Voice): Section[] {
  const { plan } = outcome;
  const inWords = planOf(outcome, voice);
  if (plan === undefined || inWords === undefined) return [];
  const coming = firstRows(inWords, plan.deadlines, voice);
  if (coming.length === 0) return [];
  return [
    {
      title: messages(voice).dialog.upcoming,
      notes: [],
      text: '',
      sources: [],
      table: tableOf(coming, { ...voice, today: voice.running.context.today }),
      documents: { request: requestOf(plan.verzuim), audience: voice.running.context.audience },
    },
  ];
}

function assumedLine(voice: Voice): string[] {
  const { assumed = [], answers } = voice.running.state;
  const shown = assumed.filter((name) => voice.running.position.route.includes(name));
  if (shown.length === 0) return [];
  const said = shown.map(
    (name) => `${labelOf(name, voice)}: ${answerText(name, answers[name] ?? [], voice).toLowerCase()}`,
  );
  return [fill(messages(voice).dialog.assumed, { answers: said.join(', ') })];
}

function answersSection(voice: Voice): Section {
  const words = messages(voice).dialog;
  const { route, answers } = voice.running.position;
  return {
    title: words.yourAnswers,
    notes: [words.disclaimer],
    text: route.map((name) => `- ${labelOf(name, voice)}: ${answerText(name, answers[name] ?? [], voice)}`).join('\n'),
    sources: [],
  };
}

/** What can be done with an outcome. @param except what was just done */
function choicesOf(hasDates: boolean, voice: Voice, except?: string): Choices {
  const words = messages(voice);
  const { session } = voice;
  const other = voice.running.context.audience === 'employee' ? words.iAmEmployer : words.iAmEmployee;
  const labels = [
    ...(hasDates ? [words.dialog.allDates, words.dialog.derivation] : []),
    words.dialog.change,
    words.dialog.again,
    ...(session.audienceSaid === true ? [] : [other]),
  ];
  return { labels: labels.filter((label) => label !== except), numbered: false, onlyNow: true };
}

function unique(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [citation.title, citation])).values()];
}

function missing(heading: string): never {
  throw new Error(`no text for the heading ${heading}`);
}
