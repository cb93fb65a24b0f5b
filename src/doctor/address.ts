import { attention, ok, wrong, type Finding } from './check.ts';
import { jsonObject, request, type Failure, type Outcome } from './request.ts';

/** Whether PUBLIC_URL can be reached by others at all. @param registered whether the bot is meant for Teams */
export function checkAddress(publicUrl: string | undefined, registered: boolean): Finding {
  const cure = 'Set PUBLIC_URL to the https address where others reach the server, as https://spoor2.example.nl.';
  const fault = (message: string) => (registered ? wrong : attention)('address', message, cure);
  if (publicUrl === undefined)
    return fault(
      registered
        ? 'PUBLIC_URL is not set: replies in Teams get no documents, and no Teams app can be made'
        : 'PUBLIC_URL is not set: fine on this machine, not for others',
    );
  if (isThisMachine(publicUrl)) return fault(`PUBLIC_URL is this machine only: ${publicUrl}`);
  if (!publicUrl.startsWith('https:')) return fault(`PUBLIC_URL is not https: ${publicUrl}`);
  return ok('address', `PUBLIC_URL is ${publicUrl}`);
}

function isThisMachine(url: string): boolean {
  return /^(?:localhost|.*\.localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/.test(new URL(url).hostname);
}

const FAILURES: Readonly<Record<Failure, { message: string; cure: string }>> = {
  certificate: {
    message: 'has a certificate that is not trusted',
    cure: 'Give the proxy a valid certificate for this name, with its intermediate certificates; Microsoft takes no other.',
  },
  noHttps: { message: 'does not speak https', cure: 'Let the proxy speak https on this address and port.' },
  refused: {
    message: 'refuses connections',
    cure: 'Start the server, and let the proxy listen on this address.',
  },
  unknownName: { message: 'has a name that does not exist', cure: 'Enter the name in the DNS, or mend PUBLIC_URL.' },
  silent: {
    message: 'could not be reached from here',
    cure: 'Look whether the server runs and this machine may reach its own public address; try from another network.',
  },
};

/** Whether the server answers at its public address, and whether it can store. @param limit in milliseconds */
export async function checkReach(publicUrl: string, limit: number): Promise<Finding> {
  const alive = await request(`${publicUrl}/healthz`, {}, limit);
  if (alive.kind === 'failure') return unreached('reach', publicUrl, alive.failure);
  if (!says(alive, 'ok'))
    return wrong(
      'reach',
      `something else answers at ${publicUrl}/healthz (status ${alive.status})`,
      'Let the proxy pass every path to the server as it is, without redirects; look whether the server runs.',
    );
  const ready = await request(`${publicUrl}/readyz`, {}, limit);
  return says(ready, 'ready')
    ? ok('reach', `the server answers at ${publicUrl}, and can store`)
    : wrong(
        'reach',
        `the server answers at ${publicUrl}, but cannot store`,
        'Let the user of the server write in DATA_DIR, and see that the disk has room.',
      );
}

function says(outcome: Outcome, status: string): boolean {
  return outcome.kind === 'answer' && outcome.status === 200 && jsonObject(outcome.body)?.['status'] === status;
}

function unreached(check: string, url: string, failure: Failure): Finding {
  const { message, cure } = FAILURES[failure];
  return (failure === 'silent' ? attention : wrong)(check, `${url} ${message}`, cure);
}

/** An activity that would change nothing if the server took it. */
const PROBE = JSON.stringify({
  type: 'event',
  name: 'doctor',
  channelId: 'doctor',
  deliveryMode: 'expectReplies',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: 'doctor' },
  from: { id: 'doctor' },
  recipient: { id: 'doctor' },
});

/**
 * Whether the bot's door is there, and opens for nobody without a token.
 *
 * @param registered whether the settings here hold a registration
 * @param limit in milliseconds
 */
export async function checkEndpoint(publicUrl: string, registered: boolean, limit: number): Promise<Finding> {
  const url = `${publicUrl}/api/messages`;
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: PROBE };
  const outcome = await request(url, init, limit);
  return outcome.kind === 'failure'
    ? unreached('endpoint', url, outcome.failure)
    : endpointFinding(url, outcome.status, registered);
}

/** What the bot's door is, from its answer to who has no token. @param registered whether the settings here hold a registration */
export function endpointFinding(url: string, status: number, registered: boolean): Finding {
  switch (status) {
    case 401:
      return registered
        ? ok('endpoint', `${url} wants a token; it is the messaging endpoint to name at Azure Bot`)
        : attention(
            'endpoint',
            `${url} wants a token, but MICROSOFT_APP_ID is not set here`,
            'Run this with the same settings as the server.',
          );
    case 403:
      return registered
        ? wrong(
            'endpoint',
            `${url} answers its own machine only: the server runs without MICROSOFT_APP_ID`,
            'Start the server again with the settings that are checked here.',
          )
        : ok('endpoint', `${url} answers its own machine only`);
    case 200:
      return isThisMachine(url)
        ? ok('endpoint', `${url} answers this machine without a token, as it should without MICROSOFT_APP_ID`)
        : wrong(
            'endpoint',
            `${url} answers anyone, without a token`,
            'Set MICROSOFT_APP_ID, or let the proxy add X-Forwarded-For: without it every caller seems to be this machine.',
          );
    case 404:
    case 405:
      return wrong(
        'endpoint',
        `${url} is not there (status ${status})`,
        'Let the proxy pass POST requests for this path to the server.',
      );
    default:
      return wrong(
        'endpoint',
        `${url} answers with status ${status}, where 401 was expected`,
        'Look in the log of the server and of the proxy what happened to this request.',
      );
  }
}
