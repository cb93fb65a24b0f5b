import { runStoredList } from './stored-list.ts';

const HELP = `Toont de vragen die niet meteen een antwoord kregen, de nieuwste dag bovenaan. Zo zie je welke woorden mensen gebruiken.

  npm run -s questions

  --json    als JSON
  --help    deze tekst

De server bewaart ze alleen met KEEP_QUESTIONS=yes, hooguit 90 dagen. Namen, nummers, adressen, datums en ziektes zijn er
eerst uit gehaald; er staat geen gesprek, persoon of tijdstip bij.`;

await runStoredList(
  HELP,
  (store) => store.questions.all(),
  (questions) => {
    if (questions.length === 0)
      console.log('Er zijn geen vragen bewaard. Dat doet de server alleen met KEEP_QUESTIONS=yes.');
    for (const { day, decision, level, text, topics } of questions)
      console.log(
        `${day}  ${decision.padEnd(8)}  ${level.padEnd(5)}  ${text}${topics.length === 0 ? '' : `  (aangeboden: ${topics.join(', ')})`}`,
      );
  },
);
