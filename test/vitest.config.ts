import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    dir: 'test',
    include: ['**/*.test.ts'],
    globalSetup: ['test/support/find-browser.ts', 'test/support/first-newsroom.ts'],
    // By itself it leaves one processor idle, which is half of a small machine.
    maxWorkers: '100%',
    execArgv: ['--require', './server/preload.cjs'],
    testTimeout: 30_000,
    // A browser on a busy machine takes longer than a second to settle.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
  },
})
