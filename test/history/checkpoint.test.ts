import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { checkpoints } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { makeCheckpoint, signCheckpoint } from '../../server/history/checkpoint.ts'
import { keyState, namedKey } from '../../server/history/key.ts'
import { openKey, renewKey } from '../../server/history/new-key.ts'
import { isSignedBy, readNotes } from '../../server/history/note.ts'
import { newSigner, readSigner } from '../../server/history/note-key.ts'
import { record } from '../../server/history/record.ts'
import { verifyHistory } from '../../server/history/verify.ts'
import { seededRandom } from '../support/chance.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'

async function signing() {
  const news = await newsroom()
  await openKey(news.world)
  return { ...news, keyFile: news.world.config.keyFile }
}

const happen = ({ db, ada }: Newsroom) => write(db, (tx) => record(tx, ada, 'person.renamed', { person: ada.id }, {}))

const rows = ({ db }: Newsroom) => db.reader.select().from(checkpoints).orderBy(checkpoints.id)

describe('the key', () => {
  it('is made on the first start, in a file of its own that others cannot read, and the history names it', async () => {
    const news = await signing()
    expect(statSync(news.keyFile).mode & 0o777).toBe(0o600)
    const secret = readFileSync(news.keyFile, 'utf8')
    expect(readSigner(secret)?.key.text).toBe((await namedKey(news.db.reader))?.text)
    expect(readFileSync(news.db.file).includes(secret.trim())).toBe(false)
    const { text } = await (await news.as(news.ada)).get('/history')
    expect(text).toContain('made the key that signs the history')
  })

  it('is the same at the next start', async () => {
    const news = await signing()
    const before = readFileSync(news.keyFile, 'utf8')
    expect(await openKey(news.world)).toMatchObject({ ok: true })
    expect(readFileSync(news.keyFile, 'utf8')).toBe(before)
  })

  it.each([
    ['missing', (file: string) => rmSync(file), /is missing, so the history is not signed/],
    ['unreadable', (file: string) => writeFileSync(file, 'a key'), /cannot be read as a key/],
    [
      'another',
      (file: string) => writeFileSync(file, newSigner('stet-x', seededRandom()).secret),
      /is not the one that the history names/,
    ],
  ])('that is %s signs nothing: the start says so, and so does the page', async (_name, spoil, sentence) => {
    const news = await signing()
    spoil(news.keyFile)
    const state = await openKey(news.world)
    expect(state).toMatchObject({ ok: false, why: expect.stringMatching(sentence) })
    expect(await makeCheckpoint(news.world, 'asked')).toEqual(state)
    await signCheckpoint(news.world, 'published')
    expect(await rows(news)).toEqual([])
    const ediths = await news.as(news.edith)
    const page = await ediths.get('/history/proof').expect(200)
    expect(page.text).toMatch(sentence)
    expect(page.text).not.toContain('Sign the history now')
    expect((await ediths.post('/history/checkpoints').expect(409)).text).toMatch(sentence)
  })

  it('put back signs again, without a start', async () => {
    const news = await signing()
    renameSync(news.keyFile, `${news.keyFile}.away`)
    expect(await keyState(news.world)).toMatchObject({ ok: false })
    renameSync(`${news.keyFile}.away`, news.keyFile)
    expect(await makeCheckpoint(news.world, 'asked')).toMatchObject({ ok: true, size: 1 })
  })
})

describe('a new key', () => {
  it('is signed by the old one, which is then gone', async () => {
    const news = await signing()
    await happen(news)
    const old = readSigner(readFileSync(news.keyFile, 'utf8'))
    const { key, signedByOld } = await renewKey(news.world)
    expect([signedByOld, key.name, key.text === old?.key.text]).toEqual([true, old?.key.name, false])
    const [note] = readNotes((await rows(news))[0]?.note ?? '')
    expect(note && old && [isSignedBy(note, key), isSignedBy(note, old.key)]).toEqual([true, true])
    await happen(news)
    expect(await makeCheckpoint(news.world, 'asked')).toMatchObject({ ok: true, size: 4 })
    const verified = await verifyHistory(news.db.reader)
    expect(verified).toMatchObject({ fault: undefined, doubts: [], checkpoints: { all: 2, held: 2 } })
    expect(verified.keys).toEqual([old?.key.text, key.text])
    expect(existsSync(`${news.keyFile}.new`)).toBe(false)
  })

  it('without the old one is a doubt that everybody who checks is told', async () => {
    const news = await signing()
    rmSync(news.keyFile)
    expect(await renewKey(news.world)).toMatchObject({ signedByOld: false })
    const { fault, doubts } = await verifyHistory(news.db.reader)
    expect([fault, doubts]).toEqual([undefined, [expect.stringContaining('From event 2 on another key signs')]])
    expect(await keyState(news.world)).toMatchObject({ ok: true })
  })

  it('that the history names but that was not put in its place is so at the next start', async () => {
    const news = await signing()
    const old = readFileSync(news.keyFile, 'utf8')
    await renewKey(news.world)
    // As a crash in between would have left it.
    renameSync(news.keyFile, `${news.keyFile}.new`)
    writeFileSync(news.keyFile, old)
    expect(await keyState(news.world)).toMatchObject({ ok: false })
    expect(await openKey(news.world)).toMatchObject({ ok: true })
  })
})

describe('a checkpoint', () => {
  it('is over all that has happened, goes on from the one before, and is not made twice', async () => {
    const news = await signing()
    for (const size of [1, 2, 3, 4, 5]) {
      expect(await makeCheckpoint(news.world, 'hourly')).toMatchObject({ ok: true, size })
      await makeCheckpoint(news.world, 'hourly')
      await happen(news)
    }
    expect((await rows(news)).map(({ size }) => size)).toEqual([1, 2, 3, 4, 5])
    expect(await verifyHistory(news.db.reader)).toMatchObject({ fault: undefined, checkpoints: { held: 5 } })
  })

  it('reads only what is new', async () => {
    const news = await signing()
    for (let count = 0; count < 20; count++) await happen(news)
    await makeCheckpoint(news.world, 'asked')
    await happen(news)
    // The old events are not there to be read any more.
    const sqlite = new Database(news.db.file)
    sqlite.exec('DROP TRIGGER events_no_delete; DELETE FROM events WHERE seq BETWEEN 2 AND 20')
    sqlite.close()
    expect(await makeCheckpoint(news.world, 'asked')).toMatchObject({ ok: true, size: 22 })
  })

  it('is asked for by editors, on the page of the proof', async () => {
    const news = await signing()
    const ediths = await news.as(news.edith)
    await (await news.as(news.cleo)).post('/history/checkpoints').expect(403)
    await ediths.post('/history/checkpoints').expect(303)
    expect((await ediths.get('/history/proof')).text).toContain((await rows(news))[0]?.note)
  })

  const spoil = (news: Newsroom, sql: string) => {
    const sqlite = new Database(news.db.file)
    sqlite.exec(
      `DROP TRIGGER checkpoints_no_update; DROP TRIGGER checkpoints_no_delete; DROP TRIGGER events_no_delete; ${sql}`,
    )
    sqlite.close()
  }

  it.each([
    ['frontier', `UPDATE checkpoints SET frontier = zeroblob(64)`, /not as it was signed/],
    ['root', `UPDATE checkpoints SET root = zeroblob(32)`, /not as it was signed/],
    ['note', `UPDATE checkpoints SET note = replace(note, '— ', '— x')`, /not as it was signed/],
    ['history', `DELETE FROM events WHERE seq = 3`, /shorter than its newest checkpoint/],
  ])('is not made after one whose %s was changed', async (_name, sql, sentence) => {
    const news = await signing()
    await happen(news)
    await happen(news)
    await makeCheckpoint(news.world, 'asked')
    spoil(news, sql)
    if (!sql.includes('events')) await happen(news)
    expect(await makeCheckpoint(news.world, 'asked')).toMatchObject({ ok: false, why: expect.stringMatching(sentence) })
  })

  it.each([
    ['removed', 'DELETE FROM checkpoints WHERE id = 2', /Checkpoint 2 is missing/],
    ['edited', `UPDATE checkpoints SET root = zeroblob(32) WHERE id = 2`, /Checkpoint 2 .* was changed/],
    [
      'signed anew',
      `UPDATE checkpoints SET note = replace(note, 'A', 'B') WHERE id = 2`,
      /Checkpoint 2 .* was changed/,
    ],
  ])('that was %s is found', async (_name, sql, sentence) => {
    const news = await signing()
    for (let count = 0; count < 3; count++) {
      await happen(news)
      await makeCheckpoint(news.world, 'asked')
    }
    spoil(news, sql)
    expect((await verifyHistory(news.db.reader)).fault?.why).toMatch(sentence)
  })

  it('is not lost for whoever published when it cannot be made', async () => {
    const news = await signing()
    await happen(news)
    await makeCheckpoint(news.world, 'asked')
    spoil(news, 'UPDATE checkpoints SET frontier = zeroblob(5)')
    await happen(news)
    await expect(signCheckpoint(news.world, 'published')).resolves.toBeUndefined()
  })
})

it('a key file that cannot be written ends the first start with a sentence', async () => {
  const { world } = await newsroom()
  const config = { ...world.config, keyFile: `${world.config.dataDir}/none/stet.key` }
  await expect(openKey({ ...world, config })).rejects.toThrow(/key file .* cannot be written \(ENOENT\)/)
})
