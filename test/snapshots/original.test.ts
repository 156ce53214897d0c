import { expect, it } from 'vitest'
import { wordsOf } from '../accounts/cookies.ts'
import { docx, paragraph, pdf, png } from '../documents/files.ts'
import { aSource } from '../evidence/harbour.ts'
import { bytesOf, collected } from './collected.ts'
import { copyRoom } from './copy-room.ts'

const evil = '<!doctype html><title>Log</title><script>alert(document.domain)</script><p hx-get="/people">Hello</p>'

it.each<[string, string | Buffer, string]>([
  ['a page', evil, 'text/html; charset=utf-8'],
  ['a text', 'Hello', 'text/plain; charset=utf-8'],
  ['a PDF', pdf([[{ text: 'Hello', y: 700 }]]), 'application/pdf'],
  [
    'a Word document',
    docx(paragraph('Hello')),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['a picture with a page in it', Buffer.concat([png(10, 10), Buffer.from(evil)]), 'image/png'],
])('%s is given out byte for byte, and only for saving', async (_name, content, type) => {
  const { upload, browser, path } = await copyRoom()
  await upload({ name: 'log.html', content }).expect(303)
  const answer = await browser.get(`${path}/1/original`).buffer(true).parse(collected).expect(200)
  expect(bytesOf(answer).equals(Buffer.from(content))).toBe(true)
  expect(answer.headers).toMatchObject({
    'content-type': type,
    'content-length': String(Buffer.byteLength(content)),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename=log-1\.(html|txt|pdf|docx|png)$/)
})

it.each([
  ['../../etc/passwd', 'passwd'],
  ['a\\b.html', 'b'],
  ['"; filename=evil.html', 'filename evil'],
  ['x.html%00.png', 'x html 00'],
  ['\u202egnp.exe', 'gnp'],
  ['.htaccess', 'htaccess'],
  ['$(id).png', 'id'],
  ['été 2025.png', 'été 2025'],
  ['?'.repeat(50), 'copy'],
])('the name it is saved under is made of letters and digits (%s)', async (name, stem) => {
  const { upload, browser, path } = await copyRoom()
  await upload({ name, content: 'Hello' }).expect(303)
  const { headers } = await browser.get(`${path}/1/original`).expect(200)
  const encoded = /filename\*=UTF-8''(\S+)$/.exec(headers['content-disposition'] ?? '')?.[1]
  const plain = /filename="?([^";]+)/.exec(headers['content-disposition'] ?? '')?.[1]
  expect(encoded ? decodeURIComponent(encoded) : plain).toContain(`${stem}-1.txt`)
  expect(headers['content-disposition']).not.toMatch(/[\r\n]|%2F|%5C|\.\./i)
})

it('stands in a frame that can do nothing, on its page and nowhere else', async () => {
  const { upload, browser, path } = await copyRoom()
  await upload({ name: 'log.html', content: evil }).expect(303)
  const page = await browser.get(`${path}/1`).expect(200)
  expect(page.text).toMatch(/<iframe[^>]* src="\/sources\/1\/snapshots\/1\/frame"[^>]* sandbox/)
  expect(page.text).not.toContain('alert(')
  expect(page.text).not.toContain('hx-get')
  expect(page.headers['content-security-policy']).toContain("frame-src 'self'")
  const framed = await browser.get(`${path}/1/frame`).set('Sec-Fetch-Dest', 'iframe').expect(200)
  expect(framed.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'; .*frame-ancestors 'self'$/)
  expect(framed.headers['content-security-policy']).not.toMatch(/script-src|allow-/)
  for (const dest of ['document', 'object', 'embed', ''])
    await browser.get(`${path}/1/frame`).set('Sec-Fetch-Dest', dest).expect(303).expect('Location', `${path}/1`)
})

it('has no frame where a browser would need a program to show it', async () => {
  const { upload, browser, path } = await copyRoom()
  await upload({ name: 'a.pdf', content: pdf([[{ text: 'Hello', y: 700 }]]) }).expect(303)
  const page = await browser.get(`${path}/1`).expect(200)
  expect(page.text).not.toContain('<iframe')
  expect(page.headers['content-security-policy']).not.toContain('frame-src')
  await browser.get(`${path}/1/frame`).set('Sec-Fetch-Dest', 'iframe').expect(303)
})

it('is not given to pages of other sites', async () => {
  const { upload, browser, path } = await copyRoom()
  await upload({ name: 'a.png', content: png(10, 10) }).expect(303)
  for (const file of ['original', 'warc', 'frame']) {
    const asked = browser.get(`${path}/1/${file}`).set('Sec-Fetch-Site', 'cross-site').set('Sec-Fetch-Dest', 'image')
    expect(wordsOf(await asked.expect(403))).toContain('not inside pages of other sites')
  }
})

it('of a confidential source is not there for readers, whatever is asked for', async () => {
  const { upload, paste, as, rita, path, browser } = await copyRoom({ confidential: true })
  await upload({ name: 'a.txt', content: 'QUAIL' }).expect(303)
  await paste('QUAIL two').expect(303)
  const reader = await as(rita)
  const files = ['', '/1', '/1/original', '/1/warc', '/1/frame', '/2/comparison', '/new', '/99']
  for (const file of files) {
    const answer = await reader.get(`${path}${file}`).set('Sec-Fetch-Dest', 'iframe').expect(404)
    expect([file, answer.text.includes('QUAIL')]).toEqual([file, false])
  }
  await reader.post(path, { way: 'paste', text: 'x' }).expect(404)
  expect((await reader.get('/history')).text).not.toContain('kept a copy')
  expect((await browser.get('/history')).text).toContain('kept a copy')
})

it('of one source is not there under another', async () => {
  const { paste, browser, db } = await copyRoom()
  await paste('Hello').expect(303)
  const other = await aSource(db, 'Tide table')
  for (const file of ['', '/original', '/warc', '/frame'])
    await browser.get(`/sources/${other}/snapshots/1${file}`).expect(404)
})
