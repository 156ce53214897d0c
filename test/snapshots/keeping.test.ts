import { expect, it } from 'vitest'
import { wordsOf } from '../accounts/cookies.ts'
import { docx, paragraph, pdf, png, zip } from '../documents/files.ts'
import { peer } from '../fetching/peer.ts'
import { snapshotText, snapshotsOf } from '../../server/snapshots/snapshot.ts'
import { copyRoom } from './copy-room.ts'

it('is kept from an upload, and its page says what it is and shows its text', async () => {
  const { upload, browser, path, db, source, cleo } = await copyRoom()
  const file = pdf([[{ text: 'The harbour froze.', y: 700 }], [{ text: 'Nobody sailed.', y: 700 }]])
  const answer = await upload({ name: 'Report 2025.pdf', content: file, type: 'application/pdf' }).expect(303)
  expect(answer.headers.location).toBe(`${path}/1`)
  const [kept] = await snapshotsOf(db.reader, source)
  expect(kept).toMatchObject({ origin: 'upload', fileName: 'Report 2025.pdf', mediaType: 'application/pdf' })
  expect(kept?.capturedBy?.id).toBe(cleo.id)
  const page = wordsOf(await browser.get(`${path}/1`).expect(200))
  for (const words of ['The harbour froze.', 'Page 2', 'by Cleo , uploaded', kept?.sha256 ?? '', 'Report 2025.pdf'])
    expect(page).toContain(words)
  expect(wordsOf(await browser.get(`/sources/${source}`))).toContain(kept?.sha256)
})

it('is kept from pasted text, exactly', async () => {
  const { paste, db } = await copyRoom()
  await paste('<p>Not a page.</p>\r\n\r\n  Second 😀 ', 'https://log.example/').expect(303)
  const found = await snapshotText(db.reader, 1)
  expect(found?.text).toBe('<p>Not a page.</p>\n\n  Second 😀 ')
})

it('is kept from its address, and says what answered', async () => {
  const site = await peer((req, res) => {
    if (req.url === '/log') return res.writeHead(302, { Location: '/new' }).end()
    if (req.url === '/gone') return res.writeHead(410).end()
    res.writeHead(200, { 'Content-Type': 'text/html; charset=iso-8859-1' })
    res.end(Buffer.from('<h1>Caf\xe9</h1>', 'latin1'))
  })
  const room = await copyRoom({ url: `${site.address}/log` }, { FETCH_ALLOW: site.host })
  const form = wordsOf(await room.browser.get(`${room.path}/new`).expect(200))
  expect(form).toContain('sees this newsroom’s network address')
  await room.browser.post(room.path, { way: 'fetch', address: `${site.address}/log` }).expect(303)
  const [kept] = await snapshotsOf(room.db.reader, room.source)
  expect(kept).toMatchObject({
    origin: 'fetch',
    address: `${site.address}/log`,
    finalAddress: `${site.address}/new`,
    mediaType: 'text/html',
    charset: 'windows-1252',
    declaredType: 'text/html; charset=iso-8859-1',
  })
  expect((await snapshotText(room.db.reader, 1))?.text).toBe('Café')
  const gone = await room.browser.post(room.path, { way: 'fetch', address: `${site.address}/gone` }).expect(422)
  expect(wordsOf(gone)).toContain('this page is gone (410)')
  expect(gone.text).toContain(`value="${site.address}/gone"`)
})

it.each<[string, string | Buffer, string]>([
  ['an archive', zip([{ name: 'a.txt', bytes: 'x' }]), 'holds no Word document'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'SVG drawing'],
  ['a picture of too many points', png(65_535, 65_535), '65,535 × 65,535 points'],
  ['nothing', '', 'This file is empty'],
  ['more than 25 MB', Buffer.alloc(25_000_001, 'x'), 'larger than 25 MB'],
])('with %s is refused beside the field, and nothing is kept', async (_name, content, message) => {
  const { upload, db, source } = await copyRoom()
  const answer = await upload({ name: 'a.pdf', content }).expect(422)
  expect(wordsOf(answer)).toContain(message)
  expect(answer.text).toContain('id="upload-file-problem"')
  expect(await snapshotsOf(db.reader, source)).toEqual([])
})

it('keeps what was typed when something is missing, and asks for a file', async () => {
  const { browser, path, app: _app } = await copyRoom()
  const answer = await browser.post(path, { way: 'paste', text: 'Kept text', address: 'nowhere' }).expect(422)
  expect(answer.text).toContain('Kept text')
  expect(wordsOf(answer)).toContain('Give the whole address')
  expect(wordsOf(await browser.post(path, { way: 'upload' }).expect(422))).toContain('Choose the file to keep')
  await browser.post(path, { way: 'carrier pigeon' }).expect(422)
})

it('says when a file is not what its name says, and when there is no text in it', async () => {
  const { upload, browser, path } = await copyRoom()
  await upload({ name: 'scan.pdf', content: png(10, 10), type: 'application/pdf' }).expect(303)
  const page = wordsOf(await browser.get(`${path}/1`))
  expect(page).toContain(
    'By its name or by what its sender said, it would be PDF; by what is in it, it is: PNG picture',
  )
  expect(page).toContain('there is no text in it that could be searched')
})

it('is kept by checkers only', async () => {
  const { as, rita, path, source } = await copyRoom()
  const reader = await as(rita)
  await reader.post(path, { way: 'paste', text: 'x' }).expect(403)
  await reader.get(`${path}/new`).expect(403)
  expect((await reader.get(`/sources/${source}`).expect(200)).text).not.toContain('snapshots/new')
})

it('shows what changed between two copies', async () => {
  const { upload, browser, path } = await copyRoom()
  const versions = [['Twelve boats stayed outside.'], ['Thirteen boats stayed outside.', 'Nobody sailed.']]
  for (const lines of versions)
    await upload({
      name: 'a.docx',
      content: docx(['The port froze.', ...lines].map((line) => paragraph(line)).join('')),
    }).expect(303)
  const answer = await browser.get(`${path}/2/comparison`).expect(200)
  expect(answer.text).toContain('<del>Twelve')
  expect(answer.text).toContain('<ins>Thirteen')
  expect(wordsOf(answer)).toContain('1 paragraph the same')
  expect(wordsOf(answer)).toContain('Nobody sailed.')
  await browser.get(`${path}/1/comparison`).expect(404)
  expect(wordsOf(await browser.get(`${path}/2/comparison?with=2`))).toContain('byte for byte')
})

it('lists all copies of a source, newest first', async () => {
  const { paste, browser, path, source } = await copyRoom()
  for (let number = 1; number <= 32; number++) await paste(`Text ${number}`).expect(303)
  const first = (await browser.get(path).expect(200)).text
  expect(first.match(/<li>/g)?.length).toBeGreaterThanOrEqual(30)
  const next = /href="(\/sources\/\d+\/snapshots\?before=\d+)"/.exec(first)?.[1] ?? ''
  expect((await browser.get(next).expect(200)).text).toContain(`href="${path}/1"`)
  expect((await browser.get(`/sources/${source}`)).text).toContain('>All copies</a>')
})
