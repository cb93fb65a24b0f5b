import { processConfig } from '../config.ts';
import { openExistingStore } from './existing-store.ts';
import { readOptions, runCommandLine } from './terminal.ts';

const HELP = `Toont de vragen die niet meteen een antwoord kregen, de nieuwste dag bovenaan. Zo zie je welke woorden mensen gebruiken.

  npm run -s questions

  --json    als JSON
  --help    deze tekst

De server bewaart ze alleen met KEEP_QUESTIONS=yes, hooguit 90 dagen. Namen, nummers, adressen, datums en ziektes zijn er
eerst uit gehaald; er staat geen gesprek, persoon of tijdstip bij.`;

await runCommandLine(async () => {
  const { values } = readOptions({ json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }, HELP);
  if (values.help) {
    console.log(HELP);
    return;
  }
  const store = await openExistingStore(processConfig());
  const questions = await store.questions.all();
  await store.close();
  if (values.json) console.log(JSON.stringify(questions, undefined, 2));
  else if (questions.length === 0)
    console.log('Er zijn geen vragen bewaard. Dat doet de server alleen met KEEP_QUESTIONS=yes.');
  else
    for (const { day, decision, level, text, topics } of questions)
      console.log(
        `${day}  ${decision.padEnd(8)}  ${level.padEnd(5)}  ${text}${topics.length === 0 ? '' : `  (aangeboden: ${topics.join(', ')})`}`,
      );
});
