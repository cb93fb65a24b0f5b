// Runs once after an install: what a start needs is compiled and kept, so that the first start is as fast as the next.
const [{ composeAssistant }, { processConfig }] = await Promise.all([
  import('../compose.ts'),
  import('../config.ts'),
  import('../server.ts'),
  import('../channels/bot/adapter.ts'),
  import('../channels/bot/bot.ts'),
  import('./terminal.ts'),
]);
try {
  composeAssistant(processConfig()).match('Wanneer start spoor 2?');
} catch {
  // Content or settings with errors do not stop an install: the start and check:content say what is wrong.
}
