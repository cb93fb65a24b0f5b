import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.proof.ts'],
    // One conversation from its beginning to its end: what comes after a failure tells nothing.
    bail: 1,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
