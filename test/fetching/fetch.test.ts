import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fetchAddress } from '../../server/fetching/fetch.ts'
import { allowing, peer } from './peer.ts'

describe('fetching an address', () => {
  it('gives the bytes, the type, and where it has been', async () => {
    const site = await peer((req, res) => {
      if (req.url === '/old') return void res.writeHead(301, { Location: '/new?a=1#part' }).end()
      res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ETag: '"7"', Date: 'now' }).end('<p>Zürich')
    })
    expect(await fetchAddress(allowing([site.host]), `${site.address}/old#top`)).toEqual({
      address: `${site.address}/old#top`,
      finalAddress: `${site.address}/new?a=1`,
      hops: [`${site.address}/old`, `${site.address}/new?a=1`],
      isMoved: true,
      status: 200,
      contentType: 'text/html; charset=utf-8',
      etag: '"7"',
      headers: [
        ['content-type', 'text/html; charset=utf-8'],
        ['etag', '"7"'],
        ['date', 'now'],
        ['transfer-encoding', 'chunked'],
      ],
      bytes: Buffer.from('<p>Zürich'),
      fetchedAt: '2025-05-12T09:00:00.000Z',
    })
  })

  it('says who asks, and nothing of who is asking: no cookie, no Referer, also after a redirect that sets some', async () => {
    const site = await peer((req, res) => {
      const to = { Location: '/b', 'Set-Cookie': 'seen=1; Path=/' }
      if (req.url === '/a') res.writeHead(303, to).end()
      else res.end('b')
    })
    await fetchAddress(allowing([site.host]), `${site.address}/a`)
    expect(site.requests.length).toBe(2)
    for (const { headers, method } of site.requests) {
      expect(method).toBe('GET')
      expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
      expect(headers['user-agent']).toMatch(/^Stet\/\S+ \(fact-check workbench\)$/)
      expect(headers['accept-encoding']).toBe('gzip')
    }
  })

  it('knows a page that has moved for good from one that is elsewhere for now', async () => {
    const site = await peer((req, res) => {
      const [, status] = /^\/(30\d)/.exec(req.url ?? '') ?? []
      if (status) res.writeHead(Number(status), { Location: (req.url ?? '').slice(4) }).end()
      else res.end('here')
    })
    const moved = async (path: string) => await fetchAddress(allowing([site.host]), site.address + path)
    for (const path of ['/301/x', '/308/x', '/301/308/x']) expect(await moved(path)).toMatchObject({ isMoved: true })
    for (const path of ['/x', '/302/x', '/301/307/x', '/303/308/x'])
      expect(await moved(path)).toMatchObject({ isMoved: false })
  })

  it('unpacks gzip', async () => {
    const site = await peer((_req, res) => res.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('packed')))
    expect(await fetchAddress(allowing([site.host]), site.address)).toMatchObject({ bytes: Buffer.from('packed') })
  })

  it.each(['br', 'zstd', 'deflate', 'gzip, gzip', 'gzip, br', 'compress', 'x-unknown'])(
    'opens nothing packed as %s',
    async (coding) => {
      const site = await peer((_req, res) => res.writeHead(200, { 'Content-Encoding': coding }).end(gzipSync('a')))
      expect(await fetchAddress(allowing([site.host]), site.address)).toMatchObject({ refused: 'coding' })
    },
  )

  it.each([
    [404, 'no such page'],
    [410, 'gone'],
    [403, 'programs'],
    [500, 'problem of its own'],
    [304, 'did not give out'],
    [302, 'did not give out'],
  ])('takes an answer of %i for none, and says what it means', async (status, words) => {
    const site = await peer((_req, res) => res.writeHead(status).end())
    const answer = await fetchAddress(allowing([site.host]), site.address)
    expect(answer).toMatchObject({ refused: 'status', status })
    expect('message' in answer && answer.message).toMatch(`${words}`)
    expect('message' in answer && answer.message).toMatch(`(${status}).`)
  })
})

describe('redirects', () => {
  it('are followed five times', async () => {
    const site = await peer((req, res) => {
      const step = Number(req.url?.slice(1))
      if (step < 5) res.writeHead(307, { Location: `/${step + 1}` }).end()
      else res.end('there')
    })
    const fetching = allowing([site.host])
    expect(await fetchAddress(fetching, `${site.address}/0`)).toMatchObject({ bytes: Buffer.from('there') })
    expect(await fetchAddress(fetching, `${site.address}/-1`)).toMatchObject({ refused: 'redirects' })
  })

  it('that lead in a circle are given up at once', async () => {
    const site = await peer((req, res) => res.writeHead(302, { Location: req.url === '/a' ? '/b' : '/a' }).end())
    expect(await fetchAddress(allowing([site.host]), `${site.address}/a`)).toMatchObject({ refused: 'redirects' })
    expect(site.requests.length).toBe(2)
  })
})

describe('many at once', () => {
  it('wait for their turn, and the ones too many are told so', async () => {
    let [now, most] = [0, 0]
    const site = await peer((_req, res) => {
      most = Math.max(most, (now += 1))
      setTimeout(() => {
        now -= 1
        res.end()
      }, 30)
    })
    const fetching = allowing([site.host], { limits: { atOnce: 2, waiting: 3 } })
    const answers = await Promise.all(Array.from({ length: 7 }, () => fetchAddress(fetching, site.address)))
    expect(answers.filter((answer) => 'status' in answer && answer.status === 200).length).toBe(5)
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'busy').length).toBe(2)
    expect(most).toBe(2)
  })
})
