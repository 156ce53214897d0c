import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { comments, events } from '../../db/schema/index.ts'
import { commentDigest } from '../../server/comments/comment.ts'
import { verifyChain } from '../../server/history/chain.ts'
import { aRoom, discussionIn } from './room.ts'

const words = 'Warden Oswin Marrowfield told me so in confidence'

async function withComment() {
  const room = await aRoom()
  await room.cleos.post(room.threads, { body: `${words}, @Ben.` }).expect(303)
  await room.bens.post('/threads/1/comments', { body: 'Noted.' }).expect(303)
  const stored = async () => (await room.db.reader.select().from(comments).where(eq(comments.id, 1)))[0]
  const bodies = async () =>
    (await room.db.reader.select({ body: events.body }).from(events)).map(({ body }) => String(body))
  return { ...room, stored, bodies }
}

it('takes the text away and keeps that it was there; the history still holds together', async () => {
  const { db, cleos, bens, page, stored, bodies } = await withComment()
  const before = await stored()
  const digest = commentDigest(before?.salt ?? '', before?.body ?? '')
  expect(Buffer.from(before?.salt ?? '', 'base64')).toHaveLength(16)
  expect((await bodies()).filter((body) => body.includes(digest))).toHaveLength(1)
  await cleos.post('/comments/1/erasure').expect(303).expect('Location', `${page}#comment-1`)
  expect(await stored()).toMatchObject({ body: '', salt: '', authorId: before?.authorId, createdAt: before?.createdAt })
  const discussion = discussionIn((await bens.get(page)).text)
  expect(discussion).toMatch(/Erased by <span dir="auto">Cleo<\/span> on <time/)
  expect(discussion).toContain('Noted.')
  expect((await bodies()).filter((body) => body.includes(digest))).toHaveLength(1)
  expect(await verifyChain(db.reader)).toMatchObject({ ok: true })
})

it('leaves the text nowhere: not in the events, not in any table, not in a notification', async () => {
  const { db, cleos, bens, bodies } = await withComment()
  expect((await bens.get('/notifications')).text).toContain(words)
  await cleos.post('/comments/1/erasure').expect(303)
  expect((await bodies()).join('\n')).not.toContain('Marrowfield')
  expect((await bens.get('/notifications')).text).not.toContain('Marrowfield')
  const tables = db.writer.sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  for (const table of tables) {
    const rows = JSON.stringify(db.writer.sqlite.prepare(`SELECT * FROM "${String(table)}"`).all())
    expect(rows.includes('Marrowfield') ? table : undefined).toBe(undefined)
  }
})

it('leaves the text in no page of the database, used or free', async () => {
  const { db, cleos, threads } = await withComment()
  const long = `${words}. ${'All of it. '.repeat(800)}`
  await cleos.post(threads, { body: long }).expect(303)
  const bytes = () => db.writer.sqlite.serialize()
  expect(bytes().includes('Marrowfield')).toBe(true)
  await cleos.post('/comments/1/erasure').expect(303)
  await cleos.post('/comments/3/erasure').expect(303)
  expect(bytes().includes('Marrowfield')).toBe(false)
  expect(bytes().includes('All of it. All of it.')).toBe(false)
})

it('is for its author and for admins, once', async () => {
  const { adas, cleos, bens, ediths, ritas, page, bodies } = await withComment()
  for (const other of [bens, ediths, ritas]) await other.post('/comments/1/erasure').expect(403)
  expect(discussionIn((await bens.get(page)).text)).toContain(words)
  await cleos.post('/comments/1/erasure').expect(303)
  await adas.post('/comments/1/erasure').expect(303)
  await adas.post('/comments/2/erasure').expect(303)
  const erased = (await bodies()).filter((body) => body.includes('"comment.erased"'))
  expect(erased).toHaveLength(2)
  await cleos.post('/comments/9/erasure').expect(404)
})

it('is offered on one’s own comments, and to admins on all', async () => {
  const { adas, cleos, ediths, page } = await withComment()
  const offered = async (who: typeof adas) =>
    discussionIn((await who.get(page)).text).match(/\d+\/erasure(?="\s+hx-post)/g)
  expect(await offered(cleos)).toEqual(['1/erasure'])
  expect(await offered(adas)).toEqual(['1/erasure', '2/erasure'])
  expect(await offered(ediths)).toBe(null)
})

it('cannot be undone or followed by a change, even past the program', async () => {
  const { db, cleos } = await withComment()
  const change = (sql: string) => () => db.writer.sqlite.exec(sql)
  expect(change("UPDATE comments SET body = 'Another' WHERE id = 1")).toThrow('only ever erased')
  await cleos.post('/comments/1/erasure').expect(303)
  expect(change("UPDATE comments SET body = 'Another', erased_at = NULL WHERE id = 1")).toThrow('only ever erased')
  expect(change('DELETE FROM comments')).toThrow('never deleted')
})
