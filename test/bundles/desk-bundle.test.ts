import { once } from 'node:events'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openKey } from '../../server/history/new-key.ts'
import { aCopy } from '../evidence/copies.ts'
import { aSource, anItem } from '../evidence/harbour.ts'
import { aReport } from '../reports/a-report.ts'
import { asBytes, check, filesIn, forge, unpacked } from './unpacked.ts'

async function aBundle() {
  const news = await aReport({ PUBLIC_URL: 'https://stet.example' })
  await openKey(news.world)
  const { db, cleo, other } = news
  await aCopy(db, news.open, ['The log of the harbour.', 'Closed on Monday.'])
  const secret = await aSource(db, 'A letter', { confidential: true })
  await aCopy(db, secret, ['Nobody may know this.'])
  await anItem(db, cleo, other, secret, 'Nobody may know this.')
  const ediths = await news.as(news.edith)
  const bytes = async (): Promise<Buffer> =>
    (await ediths.get('/articles/1/bundle.zip').buffer(true).parse(asBytes).expect(200)).body
  return { ...news, secret, ediths, bytes }
}

describe('the bundle of an article', () => {
  it('is for editors, written down, and signed with that in it', async () => {
    const { ediths, as, cleo, bytes } = await aBundle()
    const cleos = await as(cleo)
    await cleos.get('/articles/1/bundle.zip').expect(403)
    await cleos.post('/articles/1/bundles').expect(403)
    expect((await cleos.get('/articles/1/formats').expect(200)).text).not.toContain('Export bundle')
    expect((await ediths.get('/articles/1/formats').expect(200)).text).toContain('Export bundle')
    const posted = await ediths.post('/articles/1/bundles').expect(303)
    expect(posted.headers['location']).toBe('/articles/1/bundle.zip')
    expect((await ediths.get('/history?kind=exports').expect(200)).text).toContain('took out the replication bundle of')
    const history = String((await filesIn(await bytes())).get('history.jsonl'))
    expect(history).toContain('bundle.exported')
    expect(history.trim().split('\n').at(-2)).toContain('"checkpoint"')
    await ediths.get('/articles/9/bundle.zip').expect(404)
  })

  it('holds the work on the article and what it rests on, and checks itself with nothing but Node', async () => {
    const { ediths, bytes } = await aBundle()
    await ediths.post('/articles/1/bundles').expect(303)
    const { dir, files, paths } = await unpacked(await bytes())
    const copies = paths.filter((path) => path.startsWith('copies/'))
    expect(copies).toHaveLength(1)
    expect(String(files.get(copies[0] ?? ''))).toContain('The log of the harbour.')
    expect(paths.filter((path) => !path.startsWith('copies/'))).toEqual([
      'README.md',
      'article.json',
      'claims.csv',
      'claims.json',
      'copies.csv',
      'corrections.csv',
      'corrections.json',
      'evidence.csv',
      'evidence.json',
      'history.jsonl',
      'stet-verifier.mjs',
      'text/version-1.txt',
      'verdicts.csv',
      'verdicts.json',
      'verify.mjs',
      'manifest.json',
    ])
    expect(JSON.parse(String(files.get('claims.json')))).toHaveLength(3)
    expect(String(files.get('text/version-1.txt'))).toBe(
      'The harbour closed on Monday. Twelve boats stayed outside. The council denied it.',
    )
    expect(check(dir)).toMatchObject({ code: 0, text: expect.stringContaining('This bundle holds together.') })
  })

  it('holds nothing of a confidential source, and other work by its hashes alone', async () => {
    const { bytes, secret, db, cleo } = await aBundle()
    await aSource(db, 'Another source of another article')
    const files = await filesIn(await bytes())
    const all = [...files.values()].map(String).join('')
    expect(all).not.toMatch(/Nobody may know|A letter|whistle|told me/i)
    const lines = String(files.get('history.jsonl')).trim().split('\n')
    const events = lines.map((line) => JSON.parse(line)).filter(({ seq }) => seq)
    const told = events.filter(({ body }) => body !== undefined).map(({ body }) => JSON.parse(body))
    expect(told.map(({ type }) => type)).toContain('claim.published')
    expect(told.filter(({ source }) => source === secret)).toEqual([])
    expect(told.some(({ type }) => type === 'person.signed_in')).toBe(false)
    expect(events.length).toBeGreaterThan(told.length)
    expect(all).not.toContain(cleo.email)
  })

  it('is the same bytes for the same data', async () => {
    const { bytes, clock } = await aBundle()
    const first = await bytes()
    clock.set('2025-05-12T10:30:00.000Z')
    expect((await bytes()).equals(first)).toBe(true)
  })

  it('is found out when a text, a copy or the history was changed and the manifest made to fit', async () => {
    const { bytes } = await aBundle()
    const zip = await bytes()
    const { paths } = await unpacked(zip)
    const copy = paths.find((path) => path.startsWith('copies/')) ?? ''
    for (const [path, from, to] of [
      ['text/version-1.txt', 'Monday', 'Sunday'],
      [copy, 'Monday', 'Sunday'],
      ['history.jsonl', 'The harbour closed', 'The harbour opened'],
    ] as const) {
      const bundle = await unpacked(zip)
      const was = String(bundle.files.get(path))
      expect(was).toContain(from)
      forge(bundle, path, was.replace(from, to))
      const found = check(bundle.dir)
      expect([path, found.code, found.text]).toEqual([path, 1, expect.stringContaining(path)])
    }
  })

  it('gives its place and its snapshot back when whoever asked goes away', async () => {
    const { app, ediths, bytes, db, open } = await aBundle()
    await aCopy(db, open, [Array.from({ length: 400_000 }, (_, at) => `${at * 7_919} `).join('')])
    const server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    // A server that listens on a port has an AddressInfo.
    const { port } = server.address() as AddressInfo
    const ask = async () => {
      const asked = get({ host: '127.0.0.1', port, path: '/articles/1/bundle.zip', headers: { cookie: ediths.cookie } })
      const [answer] = await once(asked, 'response')
      if (answer.statusCode === 200) await once(answer, 'data')
      answer.destroy()
      await once(asked, 'close')
      return Number(answer.statusCode)
    }
    // More than there are places; how soon the server hears that somebody went is up to the machine.
    for (let time = 0; time < 4; time++) await expect.poll(ask, { timeout: 20_000 }).toBe(200)
    expect((await bytes()).length).toBeGreaterThan(500_000)
  })
})
