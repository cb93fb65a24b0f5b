/** The channels that are told apart in the log and in the metrics. */
const CHANNELS: ReadonlySet<string> = new Set(['msteams', 'directline', 'webchat', 'emulator', 'http', 'page']);

/** A channel's name; one that is not known is `other`: whoever sends an activity chooses what it says. */
export function channelName(channel: string): string {
  return CHANNELS.has(channel) ? channel : 'other';
}
