import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

const within = new URL('../../server/documents/without-network.ts', import.meta.url).href

/** What a thread that reads documents comes to when it tries that. */
async function tried(code: string): Promise<string> {
  const source = `
    import { parentPort } from 'node:worker_threads'
    import { createRequire } from 'node:module'
    const require = createRequire('${within}')
    const { withoutNetwork } = await import('${within}')
    withoutNetwork()
    try { await (async () => { ${code} })(); parentPort.postMessage('done') } catch (error) { parentPort.postMessage(error.message) }`
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { execArgv: [] })
  const [answer] = await once(worker, 'message')
  await worker.terminate()
  return String(answer)
}

it.each([
  "await import('node:http')",
  "await import('net')",
  "require('https')",
  "require('node:dns/promises')",
  "require('child_process')",
  "process.getBuiltinModule('net')",
  "await import('node:worker_threads')",
])('a reading thread cannot load what opens connections, programs or threads: %s', async (code) => {
  expect(await tried(code)).toBe('A document is read without network')
})

it('has no fetch of its own', async () => {
  expect(await tried("await fetch('http://127.0.0.1:1/')")).toBe('fetch is not defined')
  expect(await tried("new WebSocket('ws://127.0.0.1:1/')")).toBe('WebSocket is not defined')
})

it('goes on loading what readers need', async () => {
  expect(await tried("await import('node:zlib'); require('stream')")).toBe('done')
})
