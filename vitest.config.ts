import { defineConfig } from 'vitest/config';

/** Tests that put something else in a module's place, and so need modules of their own. */
const ISOLATED = ['tests/content-cache.test.ts'];

export default defineConfig({
  test: {
    // More than two cores: tests with a browser or with servers that start wait for most of their time.
    maxWorkers: 4,
    // Generous: some tests start a real server, and two cores may be busy with others.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    projects: [
      // Files share a worker's modules, so that the content is loaded once and not in each file.
      { extends: true, test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: ISOLATED, isolate: false } },
      { extends: true, test: { name: 'isolated', include: ISOLATED, isolate: true } },
    ],
  },
});
