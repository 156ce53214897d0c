import { createHash } from 'node:crypto'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { filesIn } from '../bundles/unpacked.ts'
import type { Newsroom } from '../support/newsroom.ts'

export type Answer = { status: number; headers: Record<string, string>; body: string }

type Asking = { method?: string; headers?: Record<string, string>; form?: Record<string, string | number> }
export type Ask = (path: string, asking?: Asking) => Promise<Answer>

/** Where everybody reaches the newsroom, whatever port it listens on. */
export const host = 'stet.example'

/** Lets the newsroom listen until the test ends, and asks it over connections that are kept, since a thousand questions are asked. */
export async function listen({ app }: Pick<Newsroom, 'app'>): Promise<Ask> {
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  onTestFinished(() => {
    agent.destroy()
    server.close()
  })
  // A server that listens on a port has one.
  const { port } = server.address() as AddressInfo
  return (path, { method = 'GET', headers = {}, form } = {}) =>
    new Promise((resolve, reject) => {
      const body = form && encoded(form)
      const typed = body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }
      const sent = { host, ...typed, ...headers }
      const asked = request({ port, agent, path, method, headers: sent }, (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () => resolve(told(answer.statusCode ?? 0, answer.headers, Buffer.concat(pieces))))
      })
      asked.on('error', reject)
      asked.end(body)
    })
}

const encoded = (form: Record<string, string | number>) =>
  String(new URLSearchParams(Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]))))

const ofTheConnection = new Set(['date', 'connection', 'keep-alive'])

// A tag that is made of nothing but the body says nothing beside it.
async function told(status: number, headers: IncomingHttpHeaders, bytes: Buffer): Promise<Answer> {
  const digest = createHash('sha256').update(bytes).digest('base64url')
  const kept = Object.entries(headers)
    .filter(([name]) => !ofTheConnection.has(name))
    .map(([name, value]) => [name, String(value).replace(`"${digest}"`, '«of the body»')])
  return {
    status,
    headers: Object.fromEntries(kept),
    body: isZip(headers) ? await withoutProofs(bytes) : bytes.toString('latin1'),
  }
}

const isZip = (headers: IncomingHttpHeaders) => headers['content-type'] === 'application/zip'

// What leads to a signed checkpoint is told on purpose: it moves with all that happened before, and says nothing of it. What the manifest
// has of every file is compared with the file.
async function withoutProofs(bytes: Buffer): Promise<string> {
  const files = await filesIn(bytes)
  const told = [...files].filter(([path]) => path !== 'proofs.json' && path !== 'manifest.json')
  return told.map(([path, content]) => `${path}\n${content.toString('latin1')}`).join('\n')
}
