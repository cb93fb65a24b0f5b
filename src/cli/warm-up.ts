import { useCompileCache } from '../compile-cache.ts';

// Runs once after an install: what a start needs is compiled and kept, so that the first start is as fast as the next.
useCompileCache();
await Promise.all([import('../server.ts'), import('../channels/bot/adapter.ts'), import('../channels/bot/bot.ts')]);
const { composeAssistant } = await import('../compose.ts');
try {
  composeAssistant().match('Wanneer start spoor 2?');
} catch {
  // Content with errors does not stop an install: the start and check:content say what is wrong.
}
