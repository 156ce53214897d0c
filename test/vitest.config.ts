import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    dir: 'test',
    include: ['**/*.test.ts'],
    globalSetup: ['test/support/find-browser.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
