/** Of what can be seen at once, a question may take this much when its answer is shown. */
const QUESTION_SHARE = 0.3;

/** The last thing that the visitor said, and the answer to it, as far as they are there. */
export function latest(log: HTMLElement): { question: HTMLElement | undefined; answer: HTMLElement | undefined } {
  const messages = [...log.querySelectorAll('article')];
  const place = messages.findLastIndex((message) => message.classList.contains('own'));
  return { question: messages[place], answer: place === -1 ? undefined : messages[place + 1] };
}

/** Shows the last thing said: of an answer its beginning, below the question unless that is long. */
export function scrollToLatest(log: HTMLElement): void {
  const { question, answer } = latest(log);
  // Before the first word of the visitor the beginning is what there is to read.
  if (question === undefined) return;
  const isLong = question.offsetHeight > log.clientHeight * QUESTION_SHARE;
  const target = isLong ? (answer ?? question) : question;
  target.scrollIntoView({ block: 'start' });
}
