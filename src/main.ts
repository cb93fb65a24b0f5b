import { main } from './launch.ts';

await main();
