/** Where Direct Line 3.0 lives on the server. */
export const DIRECT_LINE_PATH = '/v3/directline';

/** Where a visitor of a page gets a token without a secret. */
export const WIDGET_TOKEN_PATH = '/widget/token';

/** The stream of a conversation, from the root. */
export function streamPath(conversation: string): string {
  return `${DIRECT_LINE_PATH}/conversations/${conversation}/stream`;
}

/** The conversation of a stream's path; nothing when it is another path. */
export function conversationOfStream(path: string): string | undefined {
  return /^\/v3\/directline\/conversations\/([\w-]+)\/stream$/.exec(path)?.[1];
}

/** Whether a path is spoken to by pages of other sites and by Direct Line clients. */
export function isDirectLinePath(path: string): boolean {
  return path === WIDGET_TOKEN_PATH || path === DIRECT_LINE_PATH || path.startsWith(`${DIRECT_LINE_PATH}/`);
}
