import { expect, it } from 'vitest'
import { wordsOf } from '../accounts/cookies.ts'
import { newsroom } from '../support/newsroom.ts'
import { aSource } from '../evidence/harbour.ts'
import { archiveRoom, captured, page } from './room.ts'

const pending = { body: { status: 'pending', job_id: 'spn2-1', resources: [] } }

it('keeps a page: asked, waiting, kept; and the source has the address, as an edit with its history', async () => {
  const { ask, run, requests, browser, path, sent, kept } = await archiveRoom({ status: [pending, captured] })
  expect(wordsOf(await browser.get(path))).toContain('shows its copy to everybody, for good')
  await ask().expect(303)
  expect(requests()).toMatchObject([{ state: 'asked' }])
  await run()
  expect(requests()).toMatchObject([{ state: 'waiting' }])
  expect(wordsOf(await browser.get(path))).toContain('The archive is at it')
  await run(0.1)
  expect(requests()).toMatchObject([{ state: 'waiting' }])
  await run(0.1)
  expect(requests()).toEqual([{ state: 'kept', problem: null, url: kept }])
  expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /save',
    'GET /save/status/spn2-1',
    'GET /save/status/spn2-1',
  ])
  expect(sent[0]).toMatchObject({
    body: new URLSearchParams({ url: page }).toString(),
    headers: { authorization: 'LOW ourkey:S3CRET', accept: 'application/json' },
  })
  const shown = await browser.get(path)
  expect(shown.text).toContain(`href="${kept}"`)
  const history = wordsOf(await browser.get(`${path}/history`))
  expect(history).toContain('asked the Internet Archive to keep Harbour log .')
  expect(history).toContain('address of an archived copy')
  expect(history).toContain('gave it the address of that copy.')
})

it('leaves another address of an archived copy as it is, and says so', async () => {
  const archivedUrl = 'https://archive.example/1'
  const { ask, run, requests, browser, path, kept } = await archiveRoom({ archivedUrl })
  await ask().expect(303)
  await run()
  await run(0.1)
  expect(requests()).toMatchObject([{ state: 'kept', url: kept, problem: expect.stringContaining('left as it is') }])
  expect((await browser.get(`${path}/edit`)).text).toContain(`value="${archivedUrl}"`)
})

it.each([
  [
    {
      status: [
        { body: { status: 'error', status_ext: 'error:blocked-url', message: 'This <b>host</b> is excluded.' } },
      ],
    },
    'The archive says: “This host is excluded.”',
  ],
  [{ save: [{ status: 401, body: { message: 'You need to be logged in.' } }] }, 'did not accept the keys'],
  [{ save: [{ body: ['?'] }] }, 'no answer that can be read'],
])('is told why the archive does not keep it (%#)', async (script, reason) => {
  const { ask, run, requests, browser, path, db } = await archiveRoom(script)
  await ask().expect(303)
  await run()
  await run(0.1)
  expect(requests()).toMatchObject([{ state: 'refused', problem: expect.stringContaining(reason) }])
  const shown = await browser.get(path)
  expect(wordsOf(shown)).toContain(reason)
  expect(shown.text).toContain('Ask the Internet Archive to keep it')
  expect(shown.text).not.toContain('S3CRET')
  const jobs = db.writer.sqlite.prepare('SELECT * FROM jobs').all()
  expect(JSON.stringify(jobs)).not.toMatch(/S3CRET|ourkey/)
})

it('waits as long as the archive asks it to', async () => {
  const { ask, run, requests, sent } = await archiveRoom({
    save: [{ status: 429, headers: { 'Retry-After': '7200' } }, { body: { job_id: 'spn2-1' } }],
  })
  await ask().expect(303)
  await run()
  expect(requests()).toMatchObject([{ state: 'asked', problem: expect.stringContaining('asks to wait') }])
  await run(1.9)
  expect(sent).toHaveLength(1)
  await run(0.2)
  expect(requests()).toMatchObject([{ state: 'waiting', problem: null }])
})

it('begins again when the archive lost it for now', async () => {
  const lost = { body: { status: 'error', status_ext: 'error:user-session-limit', message: 'Too many.' } }
  const { ask, run, requests, sent } = await archiveRoom({ status: [lost, captured] })
  await ask().expect(303)
  await run()
  for (let turn = 0; turn < 3; turn++) await run(0.2)
  expect(requests()).toMatchObject([{ state: 'kept' }])
  expect(sent.filter(({ url }) => url === '/save')).toHaveLength(2)
})

it('gives up on an archive that is not reached, after six tries', async () => {
  const { ask, run, requests } = await archiveRoom({}, false)
  await ask().expect(303)
  await run()
  expect(requests()).toMatchObject([{ state: 'asked', problem: expect.stringContaining('was not reached') }])
  for (let turn = 0; turn < 5; turn++) await run(2.2)
  expect(requests()).toMatchObject([{ state: 'refused', problem: expect.stringContaining('tried 6 times') }])
})

it('tells the archive nothing of a confidential source, also when it becomes one meanwhile', async () => {
  const secret = await archiveRoom({ confidential: true })
  expect(wordsOf(await secret.ask().expect(422))).toContain('is not told of a confidential source')
  await (await secret.as(secret.rita)).get(`${secret.path}/archiving`).expect(404)
  const { ask, run, requests, sent, db, source } = await archiveRoom()
  await ask().expect(303)
  db.writer.sqlite.prepare('UPDATE sources SET confidential = 1 WHERE id = ?').run(source)
  await run()
  expect(sent).toEqual([])
  expect(requests()).toMatchObject([{ state: 'refused', problem: expect.stringContaining('confidential') }])
})

it('notes no address for a source that became confidential while the archive was at it', async () => {
  const { ask, run, requests, db, source, browser, path, kept } = await archiveRoom()
  await ask().expect(303)
  await run()
  db.writer.sqlite.prepare('UPDATE sources SET confidential = 1 WHERE id = ?').run(source)
  await run(0.1)
  expect(requests()).toMatchObject([{ state: 'refused', url: null }])
  expect((await browser.get(path)).text).not.toContain(kept)
})

it('asks for what stands there now, and never twice at once', async () => {
  const { ask, run, requests, db, source, sent } = await archiveRoom()
  await ask().expect(303)
  expect(wordsOf(await ask().expect(409))).toContain('being asked already')
  db.writer.sqlite.prepare("UPDATE sources SET url = 'https://ellery.example/new' WHERE id = ?").run(source)
  await run()
  expect(sent).toEqual([])
  expect(requests()).toMatchObject([{ state: 'refused', problem: expect.stringContaining('changed meanwhile') }])
})

it.each(['http://intranet.example:8080/log', 'http://10.0.0.7/log', 'http://log.internal/'])(
  'never learns of an address inside the newsroom’s network (%s)',
  async (url) => {
    const { ask, requests } = await archiveRoom({ url })
    expect(wordsOf(await ask().expect(422))).toContain('own network')
    expect(requests()).toEqual([])
  },
)

it('is off without keys, and for checkers', async () => {
  const { db, as, cleo, rita } = await newsroom()
  const source = await aSource(db, 'Harbour log', { url: page })
  const browser = await as(cleo)
  expect((await browser.get(`/sources/${source}`)).text).not.toContain('Internet Archive')
  expect(wordsOf(await browser.post(`/sources/${source}/archiving`).expect(422))).toContain('is not set up')
  await (await as(rita)).post(`/sources/${source}/archiving`).expect(403)
})
