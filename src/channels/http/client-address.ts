import { isIPv6 } from 'node:net';
import type { Peer } from './loopback.ts';

/**
 * From where a request comes, for limits: an IPv4 address, or the network of an IPv6 address, of which one household has
 * millions. It is never stored or logged.
 *
 * @param trustedProxies how many proxies stand before the server: each has added the address that it saw to
 *   X-Forwarded-For, so the first trustworthy one stands that many places from the end
 */
export function clientAddress({ headers, socket }: Peer, trustedProxies: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const seen = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  const address = withoutPort(seen ?? socket.remoteAddress ?? '').replace(/^::ffff:/i, '');
  return isIPv6(address) ? networkOf(address) : address;
}

/** Some proxies add the port, which differs with every connection. */
function withoutPort(address: string): string {
  return /^\[([^\]]*)\]/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}

/** The first 64 bits of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
  const groups = (part: string | undefined) => (part === undefined || part === '' ? [] : part.split(':'));
  const [before, after] = [groups(head), groups(tail)];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
