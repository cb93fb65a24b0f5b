/** A message as Teams delivers it, but for the names of things. */
export function teamsMessage(conversation: string, step: number, text: string, serviceUrl: string): object {
  return {
    type: 'message',
    id: `${conversation}/${step}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${conversation}`, aadObjectId: conversation },
    conversation: { id: conversation, conversationType: 'personal', tenantId: 'tenant' },
    recipient: { id: '28:bot', name: 'bot' },
    locale: 'nl-NL',
    textFormat: 'plain',
    text,
    entities: [{ type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Web', timezone: 'Europe/Amsterdam' }],
    channelData: { tenant: { id: 'tenant' } },
  };
}
