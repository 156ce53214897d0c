import { once } from 'node:events'
import { type IncomingMessage, type RequestListener, type Server, createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buildConnector } from 'undici'
import { onTestFinished } from 'vitest'
import { type Fetching, newFetching } from '../../server/fetching/fetching.ts'
import { steadyClock } from '../support/chance.ts'

export type Peer = { address: string; host: string; port: number; requests: IncomingMessage[] }
type Parts = Omit<Parameters<typeof newFetching>[1], 'clock'>

/** Another site: a server on this machine for the length of a test. */
export const peer = (answer: RequestListener): Promise<Peer> => listening(createServer(), answer)

/** The same over TLS, with that key and certificate. */
export const tlsPeer = (answer: RequestListener, pair: { key: string; cert: string }): Promise<Peer> =>
  listening(createTlsServer(pair), answer)

async function listening(server: Server, answer: RequestListener): Promise<Peer> {
  const requests: IncomingMessage[] = []
  server.on('request', (req, res) => {
    requests.push(req)
    answer(req, res)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port, requests }
}

/** The way out, with these hosts allowed. */
export const allowing = (fetchAllow: string[], parts: Parts = {}): Fetching =>
  newFetching({ fetchAllow, fetchProxy: undefined }, { clock: steadyClock(), ...parts })

/**
 * An internet of names, each with its addresses, where every public address leads to the peer. `dialled` are the addresses
 * that were connected to, `asked` the names that were looked up. A name with lists of addresses answers one after the other.
 */
export function internet(
  names: Record<string, string[] | string[][]>,
  to: Peer,
  tls: buildConnector.BuildOptions = {},
) {
  const dialled: string[] = []
  const asked: string[] = []
  const real = buildConnector({ allowH2: false, ...tls })
  const lookup = (name: string): Promise<string[]> => {
    const answers = names[name]?.map((answer) => [answer].flat()) ?? []
    const isTurns = Array.isArray(names[name]?.[0])
    const turn = asked.filter((other) => other === name).length
    asked.push(name)
    return Promise.resolve(isTurns ? (answers[turn] ?? answers.at(-1) ?? []) : answers.flat())
  }
  const dial: buildConnector.connector = (options, callback) => {
    dialled.push(options.hostname)
    real({ ...options, hostname: '127.0.0.1', port: String(to.port) }, callback)
  }
  return { lookup, dial, dialled, asked }
}
