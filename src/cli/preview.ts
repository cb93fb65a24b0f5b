import { renderText } from '../channels/text.ts';
import { today } from '../compose.ts';
import { answer, pointTheWay } from '../conversation/compose.ts';
import type { Reply } from '../conversation/reply.ts';
import { newSession } from '../conversation/session.ts';
import { answerFor, dependsOnAudience, type Signpost, type Topic } from '../knowledge/knowledge.ts';
import { measureReading } from '../lint/reading-level.ts';
import { AUDIENCES, type Audience } from '../shared/audience.ts';
import { LEVELS, type Level } from '../shared/level.ts';
import { wordCount } from '../shared/text.ts';
import { oneOf, readOptions, runCommandLine, terminalAssistant, terminalStyle, UsageError } from './terminal.ts';

const HELP = `Laat een onderwerp of wegwijzer zien zoals een lezer het ziet, in elk niveau en voor wie er vraagt.

  npm run -s preview -- ONDERWERP               bijvoorbeeld: npm run -s preview -- proefplaatsing

  --level NIVEAU     alleen nl-B1, nl-A2 of en
  --audience WIE     alleen employee of employer
  --help             deze tekst`;

const WHO: Readonly<Record<Audience, string>> = { employee: 'werknemer', employer: 'werkgever' };

await runCommandLine(() => {
  const { values, positionals } = readOptions(
    { level: { type: 'string' }, audience: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [id] = positionals;
  if (id === undefined) throw new UsageError(`Welk onderwerp?\n\n${HELP}`);
  const wished = {
    level: oneOf('level', values.level, LEVELS),
    audience: oneOf('audience', values.audience, AUDIENCES),
  };
  const assistant = terminalAssistant();
  const style = terminalStyle(process.stdout);
  const show = (label: string, level: Level, text: string, reply: Reply) => {
    const { averageSentence, longestSentence } = measureReading(text);
    const average = averageSentence.toLocaleString('nl', { maximumFractionDigits: 1 });
    const reading = `${wordCount(text)} woorden, gemiddeld ${average} per zin, langste zin ${longestSentence.words}`;
    console.log(`${style.title(`━━ ${label}, ${level}`)}  (${reading})\n`);
    console.log(`${renderText(reply, assistant.knowledge.messages[level], style)}\n`);
  };
  const setting = (level: Level, audience?: Audience) => ({
    session: newSession({ level, ...(audience && { audience }) }),
    today: today(),
    assistant,
    canAskBack: false,
    shared: false,
  });
  const levels = LEVELS.filter((level) => wished.level === undefined || level === wished.level);
  const topic = assistant.topic(id);
  const signpost = assistant.signpost(id);
  if (topic !== undefined) {
    const audiences = AUDIENCES.filter((audience) => wished.audience === undefined || audience === wished.audience);
    for (const audience of dependsOnAudience(topic) ? audiences : [undefined]) {
      for (const level of levels) {
        const written = answerFor(topic, audience ?? 'employee', level);
        const label = audience === undefined ? 'iedereen' : WHO[audience];
        if (written.level !== level) console.log(`${style.title(`━━ ${label}, ${level}`)}  ontbreekt\n`);
        else show(label, level, written.text, answer([topic], setting(level, audience)));
      }
    }
    console.log(facts(topic));
  } else if (signpost !== undefined) {
    for (const level of levels) show('wegwijzer', level, signpost.text[level], pointTheWay(signpost, setting(level)));
    console.log(`${signpost.questions.length} vragen.`);
  } else {
    throw new UsageError(unknown(id, [...assistant.knowledge.topics, ...assistant.knowledge.signposts]));
  }
});

function facts({ questions, sources, dialog, reviewed }: Topic): string {
  const certainties = sources.map(({ ref, at, certainty }) =>
    [
      `  ${ref}`,
      ...(at === undefined ? [] : [at]),
      ...(certainty === undefined ? [] : [`zekerheid ${certainty}`]),
    ].join(', '),
  );
  return [
    `${questions.length} vragen. Nagekeken op ${reviewed.on.toString()}, opnieuw voor ${reviewed.again.toString()}.`,
    ...(dialog === undefined ? [] : [`Stap-voor-stap-hulp: ${dialog}.`]),
    'Bronnen:',
    ...certainties,
  ].join('\n');
}

function unknown(id: string, entries: readonly (Topic | Signpost)[]): string {
  const near = entries.map((entry) => entry.id).filter((known) => known.includes(id) || id.includes(known));
  const help =
    near.length > 0 ? `Bedoel je ${near.join(' of ')}?` : 'De namen zijn de bestandsnamen in knowledge/, zonder .yaml.';
  return `Er is geen onderwerp of wegwijzer "${id}". ${help}`;
}
