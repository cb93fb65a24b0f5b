/** Schemes that a link may have. */
const SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * An address as a link may have it; nothing for one that must not be followed.
 *
 * @param server what a path is a path on
 */
export function safeAddress(address: string, server: string): string | undefined {
  try {
    const { href, protocol } = new URL(address, server);
    return SCHEMES.includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an address is of the web, so that following it leaves the page. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/./i.test(address);
}
