import type { Limit } from '../http/limits.ts';

/** What one address and one conversation may do, and how many streams stay open. */
export interface Limits {
  tokensPerAddress: Limit;
  conversationsPerAddress: Limit;
  /** With the next daily one: what one address can fill the store with. */
  conversationsPerAddressDaily: Limit;
  activitiesPerAddress: Limit;
  activitiesPerAddressDaily: Limit;
  activitiesPerConversation: Limit;
  readsPerConversation: Limit;
  streams: number;
  streamsPerAddress: number;
  streamsPerConversation: number;
}

/** Many people may share one address, so a person's own limits stand per conversation. */
export const LIMITS: Limits = {
  tokensPerAddress: { times: 120, within: 60 },
  conversationsPerAddress: { times: 120, within: 60 },
  conversationsPerAddressDaily: { times: 5_000, within: 24 * 60 * 60 },
  activitiesPerAddress: { times: 1_200, within: 60 },
  activitiesPerAddressDaily: { times: 50_000, within: 24 * 60 * 60 },
  activitiesPerConversation: { times: 120, within: 60 },
  readsPerConversation: { times: 600, within: 60 },
  streams: 20_000,
  streamsPerAddress: 1_000,
  streamsPerConversation: 10,
};
