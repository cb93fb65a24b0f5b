const QUESTION = Symbol('the next of the held-back questions');

/** What one person says in a conversation: questions, and a guided dialog. */
const TALK: readonly (string | typeof QUESTION)[] = [
  'hallo',
  QUESTION,
  QUESTION,
  QUESTION,
  'help',
  QUESTION,
  QUESTION,
  QUESTION,
  'termijnen',
  'ik ben werknemer',
  '12 maart 2025',
  'nee',
  'weet ik niet',
  'stop',
  QUESTION,
  QUESTION,
  QUESTION,
  'simpel',
  QUESTION,
  QUESTION,
  QUESTION,
  'bedankt',
];

/** The texts of one conversation. @param number of the conversation: each has questions of its own as long as there are */
export function talkOf(number: number, questions: readonly string[]): string[] {
  let next = number * TALK.filter((said) => said === QUESTION).length;
  return TALK.map((said) => (said === QUESTION ? (questions[next++ % questions.length] ?? '') : said));
}
