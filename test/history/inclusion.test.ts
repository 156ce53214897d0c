import { expect, it } from 'vitest'
import type { Conn } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import { newInclusion } from '../../server/history/inclusion.ts'
import { grow, leafHash, newFrontier, nodeHash, rootOf } from '../../server/history/merkle.ts'
import { record } from '../../server/history/record.ts'
import { eventsAfter } from '../../server/history/store.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'

const addEvents = ({ db, cleo }: Newsroom, count: number) =>
  write(db, async (tx) => {
    for (let made = 0; made < count; made++) await record(tx, cleo, 'person.renamed', { person: cleo.id }, {})
  })

/** The root that a path leads to, as RFC 9162 (section 2.1.3.2) works it out, another way than the path was made. */
function rootBy(path: Buffer[], { body, seq, size }: { body: Buffer; seq: number; size: number }): Buffer {
  let [node, last, root] = [seq - 1, size - 1, leafHash(body)]
  for (const beside of path) {
    if (node % 2 === 1 || node === last) {
      root = nodeHash(beside, root)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else root = nodeHash(root, beside)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  if (last !== 0) throw new Error('The path is too short')
  return root
}

async function bodiesOf(conn: Conn) {
  return (await eventsAfter(conn, 0, 10_000)).map(({ body }) => body)
}

function rootsOf(bodies: Buffer[]): Buffer[] {
  const tree = newFrontier()
  return bodies.map((body) => {
    grow(tree, leafHash(body))
    return rootOf(tree)
  })
}

it('leads from every event to the root of every tree that it is in', async () => {
  const news = await newsroom()
  await addEvents(news, 20)
  const bodies = await bodiesOf(news.db.reader)
  const roots = rootsOf(bodies)
  const inclusion = newInclusion()
  for (let size = 1; size <= bodies.length; size++)
    for (let seq = 1; seq <= size; seq++) {
      const path = await inclusion(news.db.reader, seq, size)
      expect(rootBy(path, { body: bodies[seq - 1] ?? Buffer.alloc(0), seq, size })).toEqual(roots[size - 1])
    }
})

it('reads a long history once, and only what is new after that', async () => {
  const news = await newsroom()
  await addEvents(news, 2_600)
  const bodies = await bodiesOf(news.db.reader)
  const roots = rootsOf(bodies)
  const inclusion = newInclusion()
  for (const [seq, size] of [
    [1, bodies.length],
    [1_025, bodies.length],
    [bodies.length, bodies.length],
    [700, 2_048],
    [2_048, 2_049],
  ] as const) {
    const path = await inclusion(news.db.reader, seq, size)
    expect(rootBy(path, { body: bodies[seq - 1] ?? Buffer.alloc(0), seq, size })).toEqual(roots[size - 1])
  }
  news.queries.length = 0
  await inclusion(news.db.reader, bodies.length, bodies.length)
  expect(news.queries.length).toBeLessThan(12)
})
