import { createGzip, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fetchAddress } from '../../server/fetching/fetch.ts'
import { site as pair } from './certificate.ts'
import { allowing, internet, peer, tlsPeer } from './peer.ts'

const took = async (work: Promise<unknown>) => {
  const start = performance.now()
  return [await work, performance.now() - start] as const
}

describe('a site that takes its time', () => {
  const limits = { milliseconds: 300 }

  it.each([
    ['never answers', ''],
    ['never ends its head', 'HTTP/1.1 200 OK\r\nA: b\r\n'],
  ])('and %s is left', async (_what, text) => {
    const site = await peer((_req, res) => void (text && res.socket?.write(text)))
    const [answered, milliseconds] = await took(fetchAddress(allowing([site.host], { limits }), site.address))
    expect(answered).toMatchObject({ refused: 'slow' })
    expect(milliseconds).toBeLessThan(1_500)
  })

  it('and drips for ever is left', async () => {
    const site = await peer((_req, res) => {
      const timer = setInterval(() => res.write('.'), 20)
      res.on('close', () => clearInterval(timer))
    })
    expect(await fetchAddress(allowing([site.host], { limits }), site.address)).toMatchObject({ refused: 'slow' })
  })

  it('at every hop has that time in all, not each time', async () => {
    const site = await peer((req, res) => {
      setTimeout(() => res.writeHead(302, { Location: `${req.url}x` }).end(), 120)
    })
    const [answered, milliseconds] = await took(fetchAddress(allowing([site.host], { limits }), site.address))
    expect(answered).toMatchObject({ refused: 'slow' })
    expect(milliseconds).toBeLessThan(1_500)
  })

  it('in its name server is left', async () => {
    const lookup = () => new Promise<string[]>(() => undefined)
    const fetching = allowing([], { limits, lookup })
    expect(await fetchAddress(fetching, 'http://site.example/')).toMatchObject({ refused: 'slow' })
  })
})

describe('a site that sends too much', () => {
  const limits = { bytes: 100_000, unpacked: 200_000 }

  it('is refused by what it says, before a byte of it is read', async () => {
    const site = await peer((_req, res) => res.writeHead(200, { 'Content-Length': '100001' }).flushHeaders())
    expect(await fetchAddress(allowing([site.host], { limits }), site.address)).toMatchObject({ refused: 'too-large' })
  })

  it('without end is broken off', async () => {
    let sent = 0
    const site = await peer((_req, res) => {
      const more = () => {
        while (!res.destroyed && res.write(Buffer.alloc(10_000))) sent += 10_000
      }
      res.on('drain', more)
      more()
    })
    expect(await fetchAddress(allowing([site.host], { limits }), site.address)).toMatchObject({ refused: 'too-large' })
    expect(sent).toBeLessThan(10_000_000)
  })

  it('when it is unpacked is broken off while unpacking', async () => {
    const site = await peer((_req, res) => {
      res.writeHead(200, { 'Content-Encoding': 'gzip' })
      const bomb = createGzip({ level: 9 })
      bomb.pipe(res)
      const more = () => {
        while (!res.destroyed && bomb.write(Buffer.alloc(1_000_000))) continue
      }
      bomb.on('drain', more)
      res.on('close', () => bomb.destroy())
      more()
    })
    const before = process.memoryUsage().rss
    expect(await fetchAddress(allowing([site.host], { limits }), site.address)).toMatchObject({ refused: 'unpacked' })
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  it('is told from one that sends just as much as it may', async () => {
    const packed = gzipSync(Buffer.alloc(200_000))
    const site = await peer((_req, res) => res.writeHead(200, { 'Content-Encoding': 'gzip' }).end(packed))
    const answer = await fetchAddress(allowing([site.host], { limits }), site.address)
    expect('bytes' in answer && answer.bytes.length).toBe(200_000)
  })
})

describe('a site that lies', () => {
  const raw = (text: string) => peer((_req, res) => void res.socket?.end(text))

  it.each([
    ['says more than it sends', 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort'],
    ['ends in the middle of a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nshort'],
    ['says that it is packed', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain'],
    ['speaks something else', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['says nothing', ''],
    ['has two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    ['has an endless head', `HTTP/1.1 200 OK\r\n${'A: b\r\n'.repeat(20_000)}`],
  ])('and %s gives no page', async (_what, text) => {
    const site = await raw(text)
    expect(await fetchAddress(allowing([site.host]), site.address)).toMatchObject({ refused: 'broken-off' })
  })

  it('and sends more than it says gives what it said', async () => {
    const site = await raw(
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nbad',
    )
    expect(await fetchAddress(allowing([site.host]), site.address)).toMatchObject({ bytes: Buffer.from('ok') })
  })

  it('and stops in the middle of a packed answer gives no page', async () => {
    const cut = gzipSync('a'.repeat(10_000)).subarray(0, 30)
    const site = await peer((_req, res) => res.writeHead(200, { 'Content-Encoding': 'gzip' }).end(cut))
    expect(await fetchAddress(allowing([site.host]), site.address)).toMatchObject({ refused: 'broken-off' })
  })
})

describe('a site that is not there', () => {
  it('is said to be unreachable, or unknown', async () => {
    const gone = allowing(['127.0.0.1:1'])
    expect(await fetchAddress(gone, 'http://127.0.0.1:1/')).toMatchObject({ refused: 'unreachable' })
    const lookup = () => Promise.reject(new Error('ENOTFOUND'))
    expect(await fetchAddress(allowing([], { lookup }), 'http://site.example/')).toMatchObject({
      refused: 'unresolved',
    })
  })
})

describe('a certificate', () => {
  const names = { 'site.example': ['93.184.216.34'], 'other.example': ['93.184.216.34'] }

  it('is asked for by the name, although the connection is made to the checked address', async () => {
    const site = await tlsPeer((_req, res) => res.end('safe'), pair)
    const net = internet(names, site, { ca: pair.cert })
    const fetching = allowing([], net)
    expect(await fetchAddress(fetching, 'https://site.example/')).toMatchObject({ bytes: Buffer.from('safe') })
    expect(net.dialled).toEqual(['93.184.216.34'])
    expect(await fetchAddress(fetching, 'https://other.example/')).toMatchObject({ refused: 'tls' })
    expect(site.requests.length).toBe(1)
  })

  it('that nobody known has signed is refused', async () => {
    const site = await tlsPeer((_req, res) => res.end('unsafe'), pair)
    const fetching = allowing([], internet(names, site))
    expect(await fetchAddress(fetching, 'https://site.example/')).toMatchObject({ refused: 'tls' })
    expect(site.requests).toEqual([])
  })

  it('cannot be had from a site that speaks plainly', async () => {
    const site = await peer((_req, res) => res.end('plain'))
    const fetching = allowing([], internet(names, site))
    expect(await fetchAddress(fetching, 'https://site.example/')).toMatchObject({ refused: 'tls' })
  })
})
