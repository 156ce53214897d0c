import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { postTo } from '../../server/fetching/post.ts'
import { allowing, internet, peer } from './peer.ts'

describe('posting to an address', () => {
  it('sends the body and the headers, and says with which status it was taken', async () => {
    const bodies: string[] = []
    const site = await peer(async (req, res) => {
      bodies.push(await text(req))
      res.writeHead(202).end('thanks')
    })
    const parcel = { headers: { 'Content-Type': 'application/json', 'X-Signature': 'abc' }, body: '{"a":"ü"}' }
    expect(await postTo(allowing([site.host]), `${site.address}/hook`, parcel)).toEqual({ status: 202 })
    expect(bodies).toEqual(['{"a":"ü"}'])
    expect(site.requests[0]).toMatchObject({ method: 'POST', url: '/hook' })
    expect(site.requests[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'x-signature': 'abc' })
  })

  it.each([302, 307, 404, 500])('takes %i for a refusal, and follows nothing', async (status) => {
    const site = await peer((_req, res) => res.writeHead(status, { Location: '/elsewhere' }).end())
    expect(await postTo(allowing([site.host]), site.address, { body: '' })).toMatchObject({ refused: 'status', status })
    expect(site.requests.length).toBe(1)
  })

  it('goes through the same guard', async () => {
    const site = await peer((_req, res) => res.end())
    const net = internet({ 'inside.example': ['10.0.0.1'] }, site)
    const to = (address: string) => postTo(allowing([], net), address, { body: 'a' })
    expect(await to('http://127.0.0.1/')).toMatchObject({ refused: 'private' })
    expect(await to('http://inside.example/')).toMatchObject({ refused: 'private' })
    expect(await to(site.address)).toMatchObject({ refused: 'port' })
    expect(await to('ftp://site.example/')).toMatchObject({ refused: 'scheme' })
    expect(net.dialled).toEqual([])
  })
})
