import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** One test file walks through every page in a browser: begun last, it would run on alone. */
class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { browser = [], others = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
      moduleId.includes('/browser/') ? 'browser' : 'others',
    )
    return [...browser, ...others]
  }
}

export default defineConfig({
  test: {
    dir: 'test',
    include: ['**/*.test.ts'],
    globalSetup: ['test/support/find-browser.ts', 'test/support/first-newsroom.ts'],
    // By itself it leaves one processor idle, which is half of a small machine.
    maxWorkers: '100%',
    // Files share a process, and so what it has read and compiled. Each test makes its own world, and nothing in the server is global.
    isolate: false,
    sequence: { sequencer: BrowserFirst },
    execArgv: ['--require', './server/preload.cjs'],
    testTimeout: 30_000,
    // A browser on a busy machine takes longer than a second to settle.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
  },
})
