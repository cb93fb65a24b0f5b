import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Both of two cores: left to itself vitest keeps one free.
    maxWorkers: 2,
    // Generous: some tests start a real server, and two cores may be busy with others.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
