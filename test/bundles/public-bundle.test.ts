import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { makeCheckpoint } from '../../server/history/checkpoint.ts'
import { openKey } from '../../server/history/new-key.ts'
import { publishReport, unpublishReport } from '../../server/reports/report.ts'
import { aReport } from '../reports/a-report.ts'
import { corrected } from '../reports/corrected.ts'
import { asBytes, check, filesIn, forge, unpacked } from './unpacked.ts'

async function aBundle() {
  const news = await aReport({ PUBLIC_URL: 'https://stet.example' })
  await openKey(news.world)
  await makeCheckpoint(news.world, 'asked')
  const get = (path = '/reports/port-ellery/bundle.zip') =>
    request(news.app).get(path).set('Host', 'stet.example').buffer(true).parse(asBytes)
  return { ...news, get, bytes: async (): Promise<Buffer> => (await get().expect(200)).body }
}

describe('the bundle of a report', () => {
  it('holds what is public, in order, and checks itself with nothing but Node', async () => {
    const { bytes } = await aBundle()
    const { dir, paths, files } = await unpacked(await bytes())
    expect(paths).toEqual([
      'README.md',
      'annotations.jsonld',
      'claimreview.json',
      'claims.csv',
      'corrections.csv',
      'evidence.csv',
      'pages/1.json',
      'proofs.json',
      'replies.csv',
      'report.json',
      'stet-verifier.mjs',
      'verdicts.csv',
      'verify.mjs',
      'manifest.json',
    ])
    const whole = check(dir)
    expect(whole).toMatchObject({ code: 0, text: expect.stringContaining('This bundle holds together.') })
    expect(whole.text).toMatch(/A checkpoint of \S+ after event \d+, signed with \S+\./)
    expect(String(files.get('evidence.csv'))).toContain('Harbour log')
    expect(String(files.get('verdicts.csv'))).toContain('Ships all day.')
    const all = [...files.values()].map(String).join('')
    expect(all).not.toMatch(/whistle|told me|council denied|Cleo|Edith/i)
  })

  it('is the same bytes for the same data, whenever and in whatever zone', async () => {
    const { bytes, clock } = await aBundle()
    const first = await bytes()
    clock.set('2026-01-01T00:00:00.000Z')
    const zone = process.env['TZ']
    process.env['TZ'] = 'Pacific/Apia'
    const second = await bytes()
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(second.equals(first)).toBe(true)
  })

  it('tells which file was changed, whichever it is', async () => {
    const { bytes } = await aBundle()
    const bundle = await unpacked(await bytes())
    for (const path of bundle.paths.filter((one) => one !== 'manifest.json')) {
      const was = bundle.files.get(path) ?? Buffer.alloc(0)
      bundle.put(path, path.endsWith('.mjs') ? `${String(was)}// x\n` : Buffer.concat([was, Buffer.from(' ')]))
      const found = check(bundle.dir)
      expect([path, found.code, found.text]).toEqual([path, 1, expect.stringContaining(`${path} was changed`)])
      bundle.put(path, was)
    }
    expect(check(bundle.dir).code).toBe(0)
    bundle.put('manifest.json', '{}')
    expect(check(bundle.dir).code).toBe(1)
  })

  it('is found out when the manifest was made to fit', async () => {
    const { bytes } = await aBundle()
    const zip = await bytes()
    const forged = async (path: string, change: (text: string) => string) => {
      const bundle = await unpacked(zip)
      const was = String(bundle.files.get(path))
      expect(change(was)).not.toBe(was)
      forge(bundle, path, change(was))
      return check(bundle.dir)
    }
    expect(await forged('pages/1.json', (text) => text.replace('Ships all day.', 'No ships.'))).toMatchObject({
      code: 1,
      text: expect.stringContaining('pages/1.json is not what the history says'),
    })
    const proofs = [
      (text: string) => text.replace('claim.published', 'claim.renewed'),
      (text: string) => text.replace(/"path": \[\s+"../, '"path": ["00'),
      (text: string) => text.replace(/\\n\d+\\n/, '\\n9\\n'),
    ]
    for (const change of proofs)
      expect(await forged('proofs.json', change)).toMatchObject({
        code: 1,
        text: expect.stringMatching(/proofs\.json|not in the signed history/),
      })
  })

  it('compares a key and a checkpoint that somebody kept', async () => {
    const { bytes } = await aBundle()
    const { dir, files, put } = await unpacked(await bytes())
    const { checkpoints } = JSON.parse(String(files.get('proofs.json')))
    put('kept.txt', checkpoints[0].note)
    const [, key = ''] = /signed with (\S+)\./.exec(check(dir).text) ?? []
    expect(check(dir, '--key', key, '--known', 'kept.txt')).toMatchObject({
      code: 0,
      text: expect.stringContaining('Not of this bundle, and not looked at: kept.txt.'),
    })
    expect(check(dir, '--key', key.replace('+', 'x+')).code).toBe(1)
    put('kept.txt', checkpoints[0].note.replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${'A'.repeat(43)}=\n`))
    expect(check(dir, '--known', 'kept.txt').code).toBe(1)
    put('kept.txt', checkpoints[0].note.replace(/\n\d+\n/, '\n3\n'))
    expect(check(dir, '--known', 'kept.txt')).toMatchObject({
      code: 0,
      text: expect.stringContaining('after event 3, is none of those in this bundle'),
    })
    put('kept.txt', 'nothing')
    expect(check(dir, '--known', 'kept.txt').code).toBe(1)
    expect(check(dir, '--unknown').code).toBe(2)
  })

  it('follows corrections, and says so where nothing is signed yet', async () => {
    const news = await aBundle()
    await corrected(news)
    const unsigned = await unpacked(await news.bytes())
    expect(check(unsigned.dir)).toMatchObject({ code: 0, text: expect.stringContaining('is not signed yet') })
    await makeCheckpoint(news.world, 'asked')
    const signed = await unpacked(await news.bytes())
    expect(check(signed.dir)).toMatchObject({ code: 0, text: expect.not.stringContaining('not signed yet') })
    expect(String(signed.files.get('corrections.csv'))).toContain('overlooked the harbour master’s log')
  })

  it('leaves out the page that holds what became confidential', async () => {
    const news = await aBundle()
    const source = { title: 'Harbour log', url: 'https://log.example/2025', kind: 'record', confidential: 'yes' }
    await (await news.as(news.cleo)).post(`/sources/${news.open}`, { ...source, version: 1 }).expect(303)
    const { dir, files } = await unpacked(await news.bytes())
    expect([...files.keys()]).not.toContain('pages/1.json')
    expect([...files.values()].map(String).join('')).not.toContain('Harbour log')
    expect(check(dir)).toMatchObject({ code: 0, text: expect.stringContaining('may not be shown any more') })
  })

  it('is where the report is: found from its page, moved with it, gone with it', async () => {
    const news = await aBundle()
    const page = await request(news.app).get('/reports/port-ellery').set('Host', 'stet.example').expect(200)
    expect(page.text).toContain('href="/reports/port-ellery/bundle.zip"')
    const { headers } = await news.get().expect(200)
    expect(headers['content-type']).toBe('application/zip')
    await publishReport(news.db, news.edith, news.article, { slug: 'closed', others: false, claims: [] })
    expect((await news.get().expect(301)).headers['location']).toBe('/reports/closed/bundle.zip')
    await unpublishReport(news.db, news.edith, news.article, 'Not ours.')
    await news.get('/reports/closed/bundle.zip').expect(410)
    await news.get('/reports/none/bundle.zip').expect(404)
  })

  it('gives its place back, and is there for the next', async () => {
    const news = await aBundle()
    for (let time = 0; time < 9; time++) expect((await filesIn(await news.bytes())).size).toBe(14)
  })
})
