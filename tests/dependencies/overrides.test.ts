import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import { MsalAppCredentials } from 'botframework-connector';
import { describe, expect, it } from 'vitest';

const APP = '22222222-2222-4222-8222-222222222222';
const TENANT = '11111111-1111-4111-8111-111111111111';

interface Asked {
  url: string;
  body: URLSearchParams;
}

/** Microsoft's login, as far as it is asked for tokens. */
function login(answer: object, status = 200): { asked: Asked[]; networkClient: INetworkModule } {
  const asked: Asked[] = [];
  return {
    asked,
    networkClient: {
      sendGetRequestAsync: (url) => Promise.reject(new Error(`asked for ${url}`)),
      sendPostRequestAsync: (url, options) => {
        asked.push({ url, body: new URLSearchParams(options?.body) });
        return Promise.resolve({ headers: {}, body: answer as never, status });
      },
    },
  };
}

function credentials(networkClient: INetworkModule): MsalAppCredentials {
  const authority = `https://login.microsoftonline.com/${TENANT}`;
  const auth = { clientId: APP, clientSecret: 'geheim', authority };
  const application = new ConfidentialClientApplication({ auth, system: { networkClient } });
  return new MsalAppCredentials(application, APP, authority, 'https://api.botframework.com');
}

describe('the SDK with the version of msal-node that we put under it', () => {
  it('asks the tenant for a token to talk with the Bot Connector, and gets it', async () => {
    const { asked, networkClient } = login({ token_type: 'Bearer', expires_in: 3599, access_token: 'een-token' });
    expect(await credentials(networkClient).getToken(true)).toBe('een-token');
    expect(asked).toHaveLength(1);
    expect(new URL(asked[0]?.url ?? '').pathname).toBe(`/${TENANT}/oauth2/v2.0/token`);
    expect(Object.fromEntries(asked[0]?.body ?? [])).toMatchObject({
      client_id: APP,
      client_secret: 'geheim',
      grant_type: 'client_credentials',
      scope: 'https://api.botframework.com/.default',
    });
  });

  it('says so when it is refused', async () => {
    const { networkClient } = login({ error: 'invalid_client', error_description: 'AADSTS7000215' }, 401);
    await expect(credentials(networkClient).getToken(true)).rejects.toThrow('AADSTS7000215');
  });
});
