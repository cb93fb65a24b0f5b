import { useCompileCache } from './compile-cache.ts';

useCompileCache();
const { main } = await import('./server.ts');
await main();
