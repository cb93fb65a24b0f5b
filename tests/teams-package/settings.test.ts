import { describe, expect, it } from 'vitest';
import { APP_ID, settingsWith } from './app.ts';

describe('the settings of the Teams app', () => {
  it('come from those of the server', () => {
    expect(settingsWith({ ORGANISATION_NAME: 'Voorbeeld' })).toEqual({
      appId: APP_ID,
      origin: 'https://spoor2.example.nl',
      organisation: 'Voorbeeld',
    });
  });

  it('name the product when nobody offers it', () => {
    expect(settingsWith().organisation).toBe('Spoor 2-assistent');
  });

  it.each([
    ['https://spoor2.example.nl/', 'https://spoor2.example.nl'],
    ['https://Spoor2.Example.NL', 'https://spoor2.example.nl'],
    ['https://spoor2.example.nl:8443', 'https://spoor2.example.nl:8443'],
    ['https://spoor2.example.nl:443', 'https://spoor2.example.nl'],
    ['https://café.example.nl', 'https://xn--caf-dma.example.nl'],
  ])('read %s as %s', (address, origin) => {
    expect(settingsWith({ PUBLIC_URL: address }).origin).toBe(origin);
  });

  it.each([
    ['MICROSOFT_APP_ID', '', /MICROSOFT_APP_ID is not set: set it to the application \(client\) id/],
    ['MICROSOFT_APP_ID', 'spoor2', /MICROSOFT_APP_ID: found "spoor2", allowed: a GUID/],
    ['MICROSOFT_APP_ID', `${APP_ID}0`, /MICROSOFT_APP_ID: found/],
    ['PUBLIC_URL', '', /PUBLIC_URL is not set: set it to the https address/],
    ['PUBLIC_URL', 'http://spoor2.example.nl', /PUBLIC_URL: found "http:.*allowed: https:/],
    ['PUBLIC_URL', 'https://example.nl/spoor2', /PUBLIC_URL: found/],
    ['PUBLIC_URL', 'https://example.nl?bot=1', /PUBLIC_URL: found/],
    ['PUBLIC_URL', 'https://example.nl/#bot', /PUBLIC_URL: found/],
    ['PUBLIC_URL', 'https://user:word@example.nl', /PUBLIC_URL: found/],
  ])('are refused with %s "%s"', (name, value, message) => {
    expect(() => settingsWith({ [name]: value })).toThrow(message);
  });

  it('are refused with every fault at once', () => {
    expect(() => settingsWith({ MICROSOFT_APP_ID: '', PUBLIC_URL: '' })).toThrow(/MICROSOFT_APP_ID[^]*PUBLIC_URL/);
  });
});
