import { QUESTIONS_WITH_SECRETS } from './secrets.ts';

/** Loaded before the server: ends it as an error does that nobody handled, and whose message quotes what people typed. */
const words = QUESTIONS_WITH_SECRETS.join('\n');

process.once('SIGUSR2', () => {
  setImmediate(() => {
    throw Object.assign(new Error(words), { activity: { text: words } });
  });
});
process.once('SIGWINCH', () => {
  void Promise.reject(new SyntaxError(words));
});
