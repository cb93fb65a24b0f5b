import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Generous: some tests start a real server, and two cores may be busy with others.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
