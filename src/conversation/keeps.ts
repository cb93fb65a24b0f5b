/**
 * What a channel keeps of a conversation: all that was said, for a day; or what was chosen and filled in, until it was not
 * used for thirty days.
 */
export type Keeps = 'words' | 'choices';
