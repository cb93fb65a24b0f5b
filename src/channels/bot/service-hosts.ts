import { isLoopbackAddress } from '../http/loopback.ts';

/**
 * Where Microsoft's channels in its public cloud take replies; hosts under them count too. They are the entries for the Bot
 * Framework and for Teams of the list that the OutboundHostValidator in Microsoft's Agents SDK begins with. Its other entries
 * are for files and for Microsoft Graph, neither of which the bot calls, and for a national cloud, whose tokens have another
 * issuer. All of trafficmanager.net would be too much: any customer of Azure can have a name there.
 */
const MICROSOFT_HOSTS = ['botframework.com', 'smba.trafficmanager.net', 'teams.microsoft.com'];

/**
 * An address as channels give it: a host by its name, and a path. Anything that one program may read in another way than the
 * next (a user's name, another port, a backslash, a number for a host) does not fit.
 */
const PLAIN_ADDRESS = /^https:\/\/((?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*)(?::443)?(?:\/[\w./~%-]*)?$/i;

/**
 * Whether the bot may send replies, and its own token with them, to a channel's address.
 *
 * @param furtherHosts in lower case; hosts under them count too
 */
export function isServiceAddress(serviceUrl: string, furtherHosts: readonly string[] = []): boolean {
  const name = PLAIN_ADDRESS.exec(serviceUrl)?.[1]?.toLowerCase();
  return (
    name !== undefined &&
    [...MICROSOFT_HOSTS, ...furtherHosts].some((host) => name === host || name.endsWith(`.${host}`))
  );
}

/**
 * To which addresses replies may go.
 *
 * @param isRegistered false for a bot that answers this machine only
 * @param takesLocal true where a test stands in for Microsoft on this machine
 */
export function replyAddressCheck({
  isRegistered,
  takesLocal,
  serviceHosts,
}: {
  isRegistered: boolean;
  takesLocal: boolean;
  serviceHosts: readonly string[] | undefined;
}): (serviceUrl: string) => boolean {
  if (!isRegistered) return isLocalAddress;
  return (serviceUrl) => isServiceAddress(serviceUrl, serviceHosts) || (takesLocal && isLocalAddress(serviceUrl));
}

/** Whether an address is on this very machine, where the Emulator and the Playground listen. */
export function isLocalAddress(serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  return /^https?:$/.test(protocol) && (host === 'localhost' || isLoopbackAddress(host));
}
