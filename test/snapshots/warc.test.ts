import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import request from 'supertest'
import { expect, it } from 'vitest'
import { WARCParser } from 'warcio'
import { peer } from '../fetching/peer.ts'
import { newsroom } from '../support/newsroom.ts'
import { aSource } from '../evidence/harbour.ts'
import { bytesOf, collected } from './collected.ts'
import { copyRoom } from './copy-room.ts'

type Browser = Awaited<ReturnType<typeof copyRoom>>['browser']
type Record = { type: string; headers: Map<string, string>; http: Map<string, string>; status: number; body: Buffer }

const page = '<!doctype html><title>Log</title><p>The harbour is shut. Été.</p>'
const hexOf = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

async function warcAt(browser: Browser, path: string) {
  const answer = await browser.get(path).buffer(true).parse(collected).expect(200)
  const bytes = bytesOf(answer)
  expect(answer.headers).toMatchObject({ 'content-type': 'application/warc', 'content-length': String(bytes.length) })
  return { bytes, records: await recordsIn(bytes), answer }
}

// By a reader of WARC that is not ours. It takes blocks by their length alone, so a wrong one loses the record after it.
async function recordsIn(bytes: Buffer): Promise<Record[]> {
  const records: Record[] = []
  for await (const record of new WARCParser([new Uint8Array(bytes)])) {
    const body = Buffer.from(await record.readFully(false))
    const { headers } = record.warcHeaders
    const http = record.httpHeaders
    records.push({
      type: record.warcType ?? '',
      headers: new Map(headers.entries()),
      http: new Map(http?.headers.entries() ?? []),
      status: Number(http?.statusCode),
      body,
    })
  }
  return records
}

async function fetchedRoom() {
  const site = await peer((req, res) => {
    if (req.url === '/old') return void res.writeHead(301, { Location: '/log' }).end()
    const headers = { 'Content-Type': 'text/html; charset=utf-8', ETag: '"7"', 'Set-Cookie': 'visitor=SECRET' }
    res.writeHead(200, { ...headers, 'Content-Encoding': 'gzip', 'X-Said': 'yes' }).end(gzipSync(page))
  })
  const news = await newsroom({ FETCH_ALLOW: site.host })
  const source = await aSource(news.db, 'Harbour log')
  const browser = await news.as(news.cleo)
  const path = `/sources/${source}/snapshots`
  await browser.post(path, { way: 'fetch', address: `${site.address}/old` }).expect(303)
  return { ...news, site, browser, path, source }
}

it('of a fetched page holds what the site said and sent, without its cookies', async () => {
  const { browser, path, site, clock } = await fetchedRoom()
  const { bytes, records, answer } = await warcAt(browser, `${path}/1/warc`)
  expect(answer.headers['content-disposition']).toBe('attachment; filename=log-1.warc')
  expect(records.map(({ type }) => type)).toEqual(['warcinfo', 'response', 'metadata'])
  const [info, response, metadata] = records
  expect(info?.body.toString()).toContain('format: WARC File Format 1.1')
  const named = Object.fromEntries(response?.headers ?? [])
  expect(named).toMatchObject({
    'warc-target-uri': `${site.address}/log`,
    'warc-date': clock.now().toISOString(),
    'warc-payload-digest': `sha256:${hexOf(page)}`,
    'warc-warcinfo-id': info?.headers.get('warc-record-id'),
    'content-type': 'application/http; msgtype=response',
  })
  expect(named['warc-record-id']).toMatch(
    /^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/,
  )
  expect(response?.status).toBe(200)
  expect(response?.body.toString()).toBe(page)
  expect(Object.fromEntries(response?.http ?? [])).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    etag: '"7"',
    'x-said': 'yes',
    'x-archive-orig-content-encoding': 'gzip',
    'content-length': String(Buffer.byteLength(page)),
  })
  expect(bytes.toString()).not.toMatch(/SECRET|set-cookie|^content-encoding/im)
  const facts = metadata?.body.toString() ?? ''
  expect(metadata?.headers.get('warc-concurrent-to')).toBe(named['warc-record-id'])
  expect(facts).toContain(`via: ${site.address}/old\r\n`)
  expect(facts).toContain('stet-kept-by: Cleo\r\n')
  expect(facts).toContain(`stet-sha256: ${hexOf(page)}\r\n`)
  expect(metadata?.headers.get('warc-block-digest')).toBe(`sha256:${hexOf(facts)}`)
})

it('is the same file each time, and has the length it says', async () => {
  const { browser, path, app } = await fetchedRoom()
  const first = await warcAt(browser, `${path}/1/warc`)
  expect((await warcAt(browser, `${path}/1/warc`)).bytes.equals(first.bytes)).toBe(true)
  const head = await request(app).head(`${path}/1/warc`).set('Cookie', browser.cookie).expect(200)
  expect(head.headers['content-length']).toBe(String(first.bytes.length))
})

it('of a pasted text is a resource named by its hash, for nobody knows that it stands at the address', async () => {
  const { paste, browser, path } = await copyRoom()
  await paste('It is shut.', 'https://ellery.example/log').expect(303)
  const { records } = await warcAt(browser, `${path}/1/warc`)
  expect(records.map(({ type }) => type)).toEqual(['warcinfo', 'resource', 'metadata'])
  const [, resource, metadata] = records
  const name = Buffer.from(hexOf('It is shut.'), 'hex').toString('base64url')
  expect(resource?.headers.get('warc-target-uri')).toBe(`ni:///sha-256;${name}`)
  expect(resource?.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(resource?.body.toString()).toBe('It is shut.')
  expect(metadata?.body.toString()).toContain('stet-address-told: https://ellery.example/log\r\n')
})

it('of a large file comes in pieces and whole, and a name cannot write a field of its own', async () => {
  const { upload, browser, path } = await copyRoom()
  const content = 'Row, row, row. \r\n\r\nWARC/1.1\r\n'.repeat(80_000)
  await upload({ name: 'a\u2028WARC-Type: response.txt', content }).expect(303)
  const { records } = await warcAt(browser, `${path}/1/warc`)
  expect(records.map(({ type }) => type)).toEqual(['warcinfo', 'resource', 'metadata'])
  expect(records[1]?.body.equals(Buffer.from(content))).toBe(true)
  expect(records[2]?.body.toString()).toContain('stet-file-name: a WARC-Type: response.txt\r\n')
})

it('is offered on the page of the copy, and stays under a source that was merged', async () => {
  const { browser, path, db, source } = await fetchedRoom()
  expect((await browser.get(`${path}/1`)).text).toContain(`href="${path}/1/warc"`)
  const other = await aSource(db, 'The log')
  await browser.get(`/sources/${other}/snapshots/1/warc`).expect(404)
  await browser.post(`/sources/${other}/same/${source}`, { stamp: '1.1' }).expect(303)
  for (const under of [other, source]) {
    const { records } = await warcAt(browser, `/sources/${under}/snapshots/1/warc`)
    expect(records[1]?.body.toString()).toBe(page)
  }
})
