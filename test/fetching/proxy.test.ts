import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fetchAddress } from '../../server/fetching/fetch.ts'
import { newFetching } from '../../server/fetching/fetching.ts'
import { steadyClock } from '../support/chance.ts'
import { site as pair } from './certificate.ts'
import { peer, tlsPeer } from './peer.ts'

/** A proxy on this machine that leads every name to the peer. */
async function proxy(to: number) {
  const asked: string[] = []
  const server = createServer((req, res) => {
    asked.push(`${req.method} ${req.url}`)
    res.end(`through the proxy as ${req.headers['proxy-authorization'] ?? 'nobody'}`)
  })
  server.on('connect', (req, socket) => {
    asked.push(`CONNECT ${req.url}`)
    const onward = connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    for (const end of [socket, onward]) end.on('error', () => onward.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  // A server that listens on a port has an AddressInfo.
  return { asked, port: (server.address() as AddressInfo).port }
}

const through = (port: number, fetchAllow: string[] = [], login = '') =>
  newFetching(
    { fetchProxy: `http://${login}127.0.0.1:${port}`, fetchAllow },
    { clock: steadyClock(), lookup: () => Promise.reject(new Error('Nobody may look a name up here')) },
  )

describe('a proxy', () => {
  it('is asked for the page, and looks the name up itself', async () => {
    const { port, asked } = await proxy(0)
    const answer = await fetchAddress(through(port, [], 'me:secret@'), 'http://site.example/a')
    expect(answer).toMatchObject({ bytes: Buffer.from(`through the proxy as Basic ${btoa('me:secret')}`) })
    expect(asked).toEqual(['GET http://site.example/a'])
  })

  it('cannot read along over TLS, and the certificate still has to be right', async () => {
    const site = await tlsPeer((_req, res) => res.end('unsafe'), pair)
    const { port, asked } = await proxy(site.port)
    expect(await fetchAddress(through(port), 'https://site.example/')).toMatchObject({ refused: 'tls' })
    expect(asked).toEqual(['CONNECT site.example:443'])
  })

  it.each(['127.0.0.1', '2130706433', '[::1]', '10.0.0.1', '169.254.169.254', 'localhost', 'intranet', 'nas.local'])(
    'is not asked for %s',
    async (host) => {
      const { port, asked } = await proxy(0)
      for (const scheme of ['http', 'https'])
        expect(await fetchAddress(through(port), `${scheme}://${host}/`)).toMatchObject({ refused: 'private' })
      expect(asked).toEqual([])
    },
  )

  it('is left out for what is allowed inside the network', async () => {
    const archive = await peer((_req, res) => res.end('archive'))
    const { port, asked } = await proxy(0)
    const answer = await fetchAddress(through(port, [archive.host]), archive.address)
    expect(answer).toMatchObject({ bytes: Buffer.from('archive') })
    expect(asked).toEqual([])
  })

  it('that is not there is what the person is told of', async () => {
    for (const scheme of ['http', 'https'])
      expect(await fetchAddress(through(1), `${scheme}://site.example/`)).toMatchObject({ refused: 'proxy' })
  })
})
