import { runStoredList } from './stored-list.ts';

const HELP = `Toont per onderwerp en niveau hoe vaak lezers zeiden dat een antwoord hielp, met de meeste "nee" bovenaan.

  npm run -s feedback

  --json    als JSON
  --help    deze tekst

De stemmen staan in de opslag van de server (DATABASE_URL of DATA_DIR): daar staat geen naam, geen gesprek en geen woord bij.`;

await runStoredList(
  HELP,
  (store) => store.feedback.counts(),
  (counts) => {
    if (counts.length === 0) {
      console.log('Er is nog niet gestemd.');
      return;
    }
    const width = Math.max(...counts.map(({ topic }) => topic.length));
    console.log(`${'onderwerp'.padEnd(width)}  niveau     nee     ja`);
    for (const { topic, level, helpful, unhelpful } of counts)
      console.log(
        `${topic.padEnd(width)}  ${level.padEnd(6)}  ${String(unhelpful).padStart(6)} ${String(helpful).padStart(6)}`,
      );
  },
);
