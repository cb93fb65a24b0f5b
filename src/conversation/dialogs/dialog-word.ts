import { LEVELS } from '../../shared/level.ts';
import { foldText } from '../../shared/text.ts';
import { namedPlace } from '../../shared/named-place.ts';
import { messagesFor } from '../assistant.ts';
import { say } from '../compose.ts';
import type { Setting } from '../setting.ts';
import { aside, type TurnResult } from '../turn-result.ts';
import { askStep } from './ask-step.ts';
import { dialogAnswer } from './dialog-answer.ts';
import { derivationReply } from './derivation.ts';
import { show, withoutAsides, withState } from './dialog-turn.ts';
import { allDatesReply } from './outcome.ts';
import { changing, current } from './state.ts';
import { labelOf, language, messages, textOf, type Voice } from './words.ts';

/** A word of the dialog itself: why, change, calculation, all dates. Nothing when the message is none. */
export function dialogWord(text: string, setting: Setting): TurnResult | undefined {
  const { session, assistant } = setting;
  const now = current(setting);
  const word = assistant.phrases.dialogWord(text) ?? labelWord(text, setting);
  if (word === 'resume' && session.dialog === undefined)
    return aside(session, say(session, messagesFor(assistant, session).dialog.nothingToResume));
  if (word === 'resume' && session.dialog !== undefined)
    return show({ ...setting, session: { ...session, dialog: { ...withoutAsides(session.dialog), active: true } } });
  if (now === undefined) return undefined;
  const voice = { session, assistant, running: now };
  const { done, node } = now.position;
  if (word === 'why' && !done) {
    const why = now.dialog.texts.questions[node]?.why;
    return why === undefined ? undefined : aside(session, askStep(voice, textOf(why, voice)));
  }
  const toChange = assistant.phrases.after('change', text);
  if (toChange !== undefined) return change(toChange, voice, setting);
  if (!done) return undefined;
  if (word === 'derivation' || word === 'allDates') {
    const reply = word === 'derivation' ? derivationReply(voice) : allDatesReply(voice);
    return aside(session, reply ?? say(session, messages(voice).dialog.nothingToExplain));
  }
  const which = whichDerivation(text, assistant.phrases.dialogWord);
  const reply = which === undefined ? undefined : derivationReply(voice, which);
  return reply === undefined ? undefined : aside(session, reply);
}

/** The words after "berekening": which date is meant. */
function whichDerivation(text: string, dialogWord: (text: string) => string | undefined): string | undefined {
  const [first, ...others] = text.trim().split(/\s+/u);
  return first !== undefined && others.length > 0 && dialogWord(first) === 'derivation' ? others.join(' ') : undefined;
}

/** What the buttons under an outcome say, at any level. */
function labelWord(text: string, { assistant }: Setting): 'derivation' | 'allDates' | undefined {
  const folded = foldText(text);
  const is = (word: 'derivation' | 'allDates') =>
    LEVELS.some((level) => foldText(assistant.knowledge.messages[level].dialog[word]) === folded);
  return is('derivation') ? 'derivation' : is('allDates') ? 'allDates' : undefined;
}

/** Asks a question again that was answered before, or takes its new answer at once ("wijzig ... naar 12-3"). */
function change(which: string, voice: Voice, setting: Setting): TurnResult {
  const { session } = voice;
  const words = messages(voice).dialog;
  const { route } = voice.running.position;
  if (route.length === 0) return aside(session, say(session, words.nothingToChange));
  const [named = '', value] = which.split(/\s(?:naar|in|to)\s/iu, 2);
  const name = questionNamed(named, route, voice);
  if (name !== undefined) {
    const asked = withState(setting, changing(voice.running, name));
    return (value === undefined ? undefined : dialogAnswer(value, asked)) ?? show(asked);
  }
  const verb = language(voice) === 'en' ? 'change' : 'wijzig';
  return aside(session, {
    ...say(session, words.changeWhich),
    choices: { labels: route.map((question) => `${verb} ${labelOf(question, voice)}`), numbered: false, onlyNow: true },
  });
}

/** The question on the route that is meant: by its place, its name, or words that only its label has. */
function questionNamed(text: string, route: readonly string[], voice: Voice): string | undefined {
  const folded = foldText(text);
  const place = namedPlace(folded);
  if (typeof place === 'number') return route[place - 1];
  if (folded === '') return undefined;
  const labels = route.map((name) => ({ name, label: foldText(labelOf(name, voice)) }));
  const exact = labels.find(({ name, label }) => label === folded || foldText(name) === folded);
  if (exact !== undefined) return exact.name;
  const fitting = labels.filter(({ label }) => folded.split(' ').every((word) => label.split(' ').includes(word)));
  return fitting.length === 1 ? fitting[0]?.name : undefined;
}
