import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    dir: 'test',
    include: ['**/*.test.ts'],
    globalSetup: ['test/support/find-browser.ts'],
    execArgv: ['--require', './server/preload.cjs'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
