import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Headers by which a proxy tells for whom it asks: with one of them the peer is not the caller. */
const FORWARDING_HEADERS = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'x-client-ip',
  'x-original-forwarded-for',
  'true-client-ip',
  'cf-connecting-ip',
];

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** What a request tells about who sent it. */
export interface Peer {
  headers: IncomingHttpHeaders;
  socket: { remoteAddress?: string | undefined };
}

/** Whether a request comes from this very machine and not through a proxy on it. */
export function isLocalRequest(req: Peer): boolean {
  return (
    isLoopbackAddress(req.socket.remoteAddress ?? '') &&
    !FORWARDING_HEADERS.some((name) => req.headers[name] !== undefined)
  );
}

/** Whether an IP address is one of this machine's own, also when written as IPv4 in IPv6. */
export function isLoopbackAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  const version = isIP(plain);
  return version !== 0 && LOOPBACK.check(plain, version === 4 ? 'ipv4' : 'ipv6');
}
