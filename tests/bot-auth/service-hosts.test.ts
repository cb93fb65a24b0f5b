import { describe, expect, it } from 'vitest';
import { isLocalAddress, isServiceAddress } from '../../src/channels/bot/service-hosts.ts';

describe('isServiceAddress', () => {
  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/de/00000000-0000-0000-0000-00000000aaaa/',
    'https://smba.trafficmanager.net',
    'https://SMBA.trafficmanager.net/teams/',
    'https://smba.trafficmanager.net:443/emea/',
    'https://smba.infra.gcc.teams.microsoft.com/teams/',
    'https://webchat.botframework.com/',
    'https://directline.botframework.com/',
    'https://europe.directline.botframework.com/',
    'https://api.botframework.com',
  ])('takes %s', (address) => {
    expect(isServiceAddress(address)).toBe(true);
  });

  it.each([
    ['no TLS', 'http://smba.trafficmanager.net/emea/'],
    ['another scheme', 'wss://smba.trafficmanager.net/'],
    ['a file', 'file:///etc/passwd'],
    ['another host', 'https://evil.example/'],
    ['the end of a name without a dot before it', 'https://evilbotframework.com/'],
    ['a known name before another', 'https://smba.trafficmanager.net.evil.example/'],
    ['a name that anyone may have at Azure', 'https://evil.trafficmanager.net/'],
    ['a name with a part of a known one', 'https://evil-smba.trafficmanager.net/'],
    ['a user', 'https://user@smba.trafficmanager.net/'],
    ['a known name as user', 'https://smba.trafficmanager.net@evil.example/'],
    ['a known name as password', 'https://u:smba.trafficmanager.net@evil.example/'],
    ['another port', 'https://smba.trafficmanager.net:8443/'],
    ['a port that is another in decimals', 'https://smba.trafficmanager.net:0443/'],
    ['an address of IPv4', 'https://127.0.0.1/'],
    ['an address of IPv4 as a number', 'https://2130706433/'],
    ['an address of IPv4 in hexadecimals', 'https://0x7f.0x1/'],
    ['the address of a cloud\u2019s metadata', 'https://169.254.169.254/latest/'],
    ['an address of IPv6', 'https://[::1]/'],
    ['this machine', 'https://localhost/'],
    ['a backslash', 'https://evil.example\\@smba.trafficmanager.net/'],
    ['a fragment', 'https://evil.example#.botframework.com/'],
    ['a question', 'https://evil.example?.botframework.com/'],
    ['a question at a known host', 'https://smba.trafficmanager.net/?x='],
    ['a space', ' https://smba.trafficmanager.net/'],
    ['a line end', 'https://smba.trafficmanager.net/\n'],
    ['a tab in the name', 'https://smba.traffic\tmanager.net/'],
    ['a dot at the end', 'https://smba.trafficmanager.net./'],
    ['an empty name', 'https://.botframework.com/'],
    ['a dot of another script', 'https://evil\u3002botframework.com/'],
    ['a letter of another script', 'https://b\u043etframework.com/'],
    ['no scheme', 'smba.trafficmanager.net/emea/'],
    ['nothing', ''],
  ])('refuses %s', (_name, address) => {
    expect(isServiceAddress(address)).toBe(false);
  });

  it('takes further hosts that were named, and hosts under them', () => {
    const further = ['api.botframework.azure.us', '10.0.0.1'];
    expect(isServiceAddress('https://api.botframework.azure.us/', further)).toBe(true);
    expect(isServiceAddress('https://x.api.botframework.azure.us/', further)).toBe(true);
    expect(isServiceAddress('https://botframework.azure.us/', further)).toBe(false);
    expect(isServiceAddress('https://10.0.0.1/', further), 'a number is no name, also when it was named').toBe(false);
  });

  it('reads a very long address as quickly as a short one', () => {
    expect(isServiceAddress(`https://${'a.'.repeat(1_000_000)}/`)).toBe(false);
    expect(isServiceAddress(`https://${'a-'.repeat(1_000_000)}!`)).toBe(false);
  });
});

describe('isLocalAddress', () => {
  it.each(['http://127.0.0.1:3978/', 'http://localhost:56150', 'https://[::1]:1/', 'http://127.1.2.3/'])(
    'takes %s',
    (address) => {
      expect(isLocalAddress(address)).toBe(true);
    },
  );

  it.each([
    'http://10.0.0.1/',
    'http://localhost.evil.example/',
    'http://0.0.0.0/',
    'http://evil.example#127.0.0.1',
    'ftp://127.0.0.1/',
    'http://127.0.0.1@evil.example/',
    'x',
  ])('refuses %s', (address) => {
    expect(isLocalAddress(address)).toBe(false);
  });
});
