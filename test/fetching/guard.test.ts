import { describe, expect, it } from 'vitest'
import { fetchAddress } from '../../server/fetching/fetch.ts'
import { allowing, internet, peer } from './peer.ts'

const page = () => peer((_req, res) => res.end('a page'))

describe('the guard', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[fe80::1]',
    '[fd00:ec2::254]',
    '169.254.169.254',
    '10.0.0.1',
    '①②⑦.⓪.⓪.①',
  ])('does not let the address %s through, which no name server is asked about', async (host) => {
    const site = await page()
    const net = internet({}, site)
    for (const scheme of ['http', 'https'])
      expect(await fetchAddress(allowing([], net), `${scheme}://${host}/`)).toMatchObject({ refused: 'private' })
    expect([net.dialled, net.asked, site.requests.length]).toEqual([[], [], 0])
  })

  it('lets no address of this machine through on the port it really listens on', async () => {
    const site = await page()
    expect(await fetchAddress(allowing([]), site.address)).toMatchObject({ refused: 'port' })
    const net = internet({}, site)
    expect(await fetchAddress(allowing([], net), 'http://127.0.0.1/')).toMatchObject({ refused: 'private' })
    expect(site.requests).toEqual([])
  })

  it.each([
    ['is inside', ['10.0.0.7']],
    ['is inside in one of its addresses', ['93.184.216.34', '127.0.0.1']],
    ['is inside over IPv6', ['::ffff:10.0.0.7']],
    ['is inside as a zone', ['fe80::1%eth0']],
    ['is no address', ['nonsense']],
  ])('refuses a name that %s', async (_what, addresses) => {
    const net = internet({ 'site.example': addresses }, await page())
    expect(await fetchAddress(allowing([], net), 'http://site.example/')).toMatchObject({ refused: 'private' })
    expect(net.dialled).toEqual([])
  })

  it.each(['localhost', 'intranet', 'printer.local', 'db.internal'])('asks no name server about %s', async (name) => {
    const net = internet({ [name]: ['93.184.216.34'] }, await page())
    expect(await fetchAddress(allowing([], net), `http://${name}/`)).toMatchObject({ refused: 'private' })
    expect(net.asked).toEqual([])
  })

  it('connects to the address it has checked, whatever the name server says next', async () => {
    const site = await page()
    const net = internet({ 'rebind.example': [['93.184.216.34'], ['127.0.0.1']] }, site)
    expect(await fetchAddress(allowing([], net), 'http://rebind.example/')).toMatchObject({ status: 200 })
    expect(net.dialled).toEqual(['93.184.216.34'])
    expect(net.asked).toEqual(['rebind.example'])
    expect(site.requests[0]?.headers.host).toBe('rebind.example')
  })

  it('looks again at every redirect, so that a name which has moved inside is refused', async () => {
    const site = await peer((_req, res) => res.writeHead(302, { Location: '/next' }).end())
    const net = internet({ 'rebind.example': [['93.184.216.34'], ['127.0.0.1']] }, site)
    expect(await fetchAddress(allowing([], net), 'http://rebind.example/')).toMatchObject({ refused: 'private' })
    expect(net.dialled).toEqual(['93.184.216.34'])
  })

  it('tries the next checked address where one does not answer', async () => {
    const site = await page()
    const net = internet({ 'site.example': ['2606:4700::1111', '93.184.216.34'] }, site)
    const dial: typeof net.dial = (options, callback) =>
      options.hostname.includes(':') ? callback(new Error('unreachable'), null) : net.dial(options, callback)
    expect(await fetchAddress(allowing([], { ...net, dial }), 'http://site.example/')).toMatchObject({ status: 200 })
  })
})

describe('a redirect', () => {
  it.each([
    ['http://127.0.0.1/', 'private'],
    ['http://169.254.169.254/latest/meta-data/', 'private'],
    ['http://[::1]/', 'private'],
    ['//10.0.0.1/', 'private'],
    ['http://localhost/', 'private'],
    ['http://inside.example/', 'private'],
    ['http://site.example:22/', 'port'],
    ['http://me:secret@site.example/', 'credentials'],
    ['file:///etc/passwd', 'redirect'],
    ['javascript:alert(1)', 'redirect'],
    ['http://', 'redirect'],
  ])('to %s is refused: %s', async (location, reason) => {
    const site = await peer((_req, res) => res.writeHead(302, { Location: location }).end())
    const net = internet({ 'site.example': ['93.184.216.34'], 'inside.example': ['192.168.1.1'] }, site)
    expect(await fetchAddress(allowing([], net), 'http://site.example/')).toMatchObject({ refused: reason })
    expect(site.requests.length).toBe(1)
  })

  it('of a stranger does not lead to what is allowed inside the network', async () => {
    const archive = await page()
    const stranger = await peer((_req, res) => res.writeHead(302, { Location: `${archive.address}/` }).end())
    const net = internet({ 'site.example': ['93.184.216.34'] }, stranger)
    const fetching = allowing([archive.host], net)
    expect(await fetchAddress(fetching, 'http://site.example/')).toMatchObject({ refused: 'private' })
    expect(archive.requests).toEqual([])
  })
})

describe('what is allowed', () => {
  it('is that host with that port, and no other', async () => {
    const [archive, other] = [await page(), await page()]
    const fetching = allowing([archive.host])
    expect(await fetchAddress(fetching, archive.address)).toMatchObject({ status: 200 })
    expect(await fetchAddress(fetching, other.address)).toMatchObject({ refused: 'port' })
    expect(await fetchAddress(fetching, `http://localhost:${archive.port}/`)).toMatchObject({ refused: 'port' })
  })

  it('may be a name, which is looked up', async () => {
    const archive = await page()
    const lookup = (name: string) => Promise.resolve(name === 'archive.local' ? ['127.0.0.1'] : [])
    const fetching = allowing([`archive.local:${archive.port}`], { lookup })
    expect(await fetchAddress(fetching, `http://archive.local:${archive.port}/`)).toMatchObject({ status: 200 })
  })
})
