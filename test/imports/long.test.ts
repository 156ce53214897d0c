import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { imports, versions } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { resumeJobs } from '../../server/jobs/resume.ts'
import { newsroom } from '../support/newsroom.ts'
import { desk, sheet } from './files.ts'

describe('a long import', () => {
  const rows = Array.from({ length: 250 }, (_unused, at) => `Claim number ${at},False`)
  const long = `Claim,Rating\n${rows.join('\n')}\n`

  it('goes on where the server ended, with every row once and every claim in its text', async () => {
    const news = await desk(await newsroom())
    const id = await news.send(long)
    await news.start(id)
    const { sqlite } = news.db.writer
    // The disk fails in the middle of a transaction of the second article.
    sqlite.exec(
      `CREATE TEMP TRIGGER broken BEFORE INSERT ON claims WHEN NEW.statement = 'Claim number 137' BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    )
    await news.work()
    const broken = await news.found(id)
    const told = await news.page(id)
    expect(told).toContain('It has stopped.')
    expect(told).toContain('It is tried again by itself at')
    expect(told).not.toContain('broken')
    expect(broken?.state).toBe('running')
    expect(broken?.doneRows).toBeGreaterThanOrEqual(100)
    expect(broken?.doneRows).toBeLessThanOrEqual(137)
    expect(broken?.added).toBe(broken?.doneRows)
    sqlite.exec('DROP TRIGGER broken')
    news.clock.advance(3_600_000)
    await news.work()
    expect(await news.found(id)).toMatchObject({ state: 'finished', added: 250, already: 0 })
    const made = await news.claims()
    expect(made.map(({ statement }) => statement)).toEqual(rows.map((row) => row.split(',')[0]))
    expect(new Set(made.map(({ articleId }) => articleId)).size).toBe(3)
    const texts = new Map(
      (await news.db.reader.select().from(versions)).map(({ id: version, text }) => [version, text]),
    )
    for (const claim of made)
      expect(texts.get(claim.versionId)?.slice(claim.quoteStart, claim.quoteEnd)).toBe(claim.statement)
  })

  it('that has failed says so on its page, and goes on when an editor runs it again', async () => {
    const news = await desk(await newsroom())
    const id = await news.send(long)
    await news.start(id)
    expect((await news.browser.post(`/imports/${id}/going-on`)).status).toBe(409)
    const { sqlite } = news.db.writer
    sqlite.exec(
      `CREATE TEMP TRIGGER broken BEFORE INSERT ON claims WHEN NEW.statement = 'Claim number 137' BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    )
    for (let tries = 0; tries < 5; tries += 1) {
      await news.work()
      news.clock.advance(3_600_000)
    }
    const page = await news.page(id)
    expect(page).toContain('It has stopped.')
    expect(page).toMatch(/It goes on from there when you run it again/)
    expect(page).not.toContain('hx-trigger="every 2s"')
    sqlite.exec('DROP TRIGGER broken')
    await (await news.as(news.cleo)).post(`/imports/${id}/going-on`).expect(403)
    await news.browser.post(`/imports/${id}/going-on`).expect(303)
    expect(await news.page(id)).not.toContain('It has stopped.')
    await news.work()
    expect(await news.found(id)).toMatchObject({ state: 'finished', added: 250 })
    expect((await news.claims()).length).toBe(250)
  })

  it('lets everybody have a turn while it is taken in and while it is undone', async () => {
    const news = await desk(await newsroom())
    const id = await news.send(long)
    await news.start(id)
    let milliseconds = 0
    // Each row seems to take five of them, so no more than three may be in one transaction.
    const time = vi.spyOn(performance, 'now').mockImplementation(() => (milliseconds += 5))
    onTestFinished(() => time.mockRestore())
    const { sqlite } = news.db.writer
    expect(await transactions(sqlite, () => news.work())).toBeGreaterThanOrEqual(250 / 3)
    expect(await news.found(id)).toMatchObject({ state: 'finished', added: 250 })
    await news.browser.post(`/imports/${id}/undoing`)
    expect(await transactions(sqlite, () => news.work())).toBeGreaterThanOrEqual(250 / 3)
    expect(await news.found(id)).toMatchObject({ state: 'undone', undone: 250 })
  })

  it('whose file was not received to its end cannot be confirmed', async () => {
    const news = await desk(await newsroom())
    const id = await news.send(`Claim\n${'x'.repeat(1_500)}\n`)
    news.db.writer.sqlite.exec(`DELETE FROM import_pieces WHERE import_id = ${id}`)
    const answer = await news.start(id)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('was not received to its end')
  })

  it('says how far it is, on the page and by itself', async () => {
    const news = await desk(await newsroom())
    const id = await news.send(long)
    await news.start(id)
    await write(news.db, (tx) => tx.update(imports).set({ doneRows: 40 }).where(eq(imports.id, id)))
    const progress = (await news.browser.get(`/imports/${id}/progress`)).text
    expect(progress).toContain('<progress max="250" value="40"')
    expect(progress).toContain('hx-trigger="every 2s"')
    await news.work()
    const end = await news.browser.get(`/imports/${id}/progress`)
    expect(end.text).not.toContain('hx-get')
    expect(end.headers['hx-refresh']).toBe('true')
  })
})

/** How many transactions are committed during some work. */
async function transactions(sqlite: Database, work: () => Promise<unknown>): Promise<number> {
  let commits = 0
  const exec = sqlite.exec.bind(sqlite)
  sqlite.exec = (sql) => {
    if (sql === 'COMMIT') commits += 1
    return exec(sql)
  }
  await work()
  return commits
}

describe('what is kept', () => {
  it('of a confirmed import is neither changed nor deleted, and a draft goes after two weeks', async () => {
    const news = await desk(await newsroom())
    const id = await news.takeIn(sheet)
    const draft = await news.send('Claim\nx\n')
    const { sqlite } = news.db.writer
    for (const sql of [
      `DELETE FROM imports WHERE id = ${id}`,
      `DELETE FROM import_pieces WHERE import_id = ${id}`,
      'DELETE FROM import_rows',
      'UPDATE imported_verdicts SET label = 1',
      `UPDATE imports SET plan = '{}' WHERE id = ${id}`,
      `UPDATE imports SET state = 'draft' WHERE id = ${id}`,
    ])
      expect(() => sqlite.exec(sql), sql).toThrow(/import/)
    news.clock.advance(15 * 24 * 3_600_000)
    await resumeJobs(news.world, jobKinds)
    await news.work()
    expect(await news.found(draft)).toBeUndefined()
    expect(await news.found(id)).toBeDefined()
  })

  const blns = join(import.meta.dirname, '../../../shared/data/hostile/blns')
  const list = ['blns.json', 'blns/blns.json'].map((name) => join(blns, name)).find((path) => existsSync(path))
  it.skipIf(!list)('of naughty strings is what was written there', async () => {
    const strings: string[] = JSON.parse(readFileSync(list ?? '', 'utf8'))
    const news = await desk(await newsroom())
    const rows = strings.map((text, at) => `${at},"${text.replaceAll('"', '""')}"`)
    const id = await news.takeIn(`ID,Claim\n${rows.join('\n')}\n`, { leaveOut: 'yes' })
    expect(await news.found(id)).toMatchObject({ state: 'finished' })
    const made = new Set((await news.claims()).map(({ statement }) => statement))
    // White space around a cell goes, like in every form, and so does what cannot be seen or kept.
    const plain = strings.filter(
      (text) => text === text.trim() && /[\p{L}\p{N}\p{P}]/u.test(text) && !/[\p{Cc}\uFEFF]/u.test(text),
    )
    expect(plain.length).toBeGreaterThan(400)
    expect(plain.filter((text) => !made.has(text))).toEqual([])
    expect((await news.browser.get(`/imports/${id}`)).status).toBe(200)
  })
})
