import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../db/open.ts'
import { inBulk } from '../../seeds/volume/bulk.ts'
import { systemClock, systemRandom } from '../../server/chance.ts'
import { beginning, canonical, sha256 } from '../../server/history/record.ts'

type Made = { dir: string; events: number }

const event = (seq: number, prev: string) => ({
  v: 1,
  seq,
  prev,
  at: new Date(Date.UTC(2024, 0, 8) + seq * 60_000).toISOString(),
  actor: 1 + (seq % 4),
  type: 'claim.edited',
  article: 1 + (seq % 1_000),
  claim: 1 + (seq % 50_000),
  data: {
    before: { statement: `The bridge cost ${seq} crowns.`, place: 'Port Ellery' },
    after: { statement: `The bridge of Port Ellery cost ${seq + 1} crowns when it was opened.`, place: null },
  },
})

/** A database that holds nothing but so many events, in a chain, as the program would have recorded them. */
export async function makeHistory({ dir, events }: Made): Promise<string> {
  rmSync(dir, { recursive: true, force: true })
  const db = await openDatabase({ dir, clock: systemClock, random: systemRandom, release: 'bench' })
  const { sqlite } = db.writer
  const insert = sqlite.prepare(
    `INSERT INTO events (seq, body, hash, at, type, kind, actor_id, article_id, claim_id) VALUES (?, ?, ?, ?, ?, 'claims', ?, ?, ?)`,
  )
  inBulk(sqlite, () => {
    let prev = beginning
    sqlite.transaction(() => {
      for (let seq = 1; seq <= events; seq++) {
        const made = event(seq, prev)
        const body = Buffer.from(canonical(made))
        const hash = sha256(body)
        insert.run(seq, body, hash, made.at, made.type, made.actor, made.article, made.claim)
        prev = hash.toString('hex')
      }
    })()
  })
  db.close()
  if (!existsSync(join(dir, 'stet.sqlite'))) throw new Error('The history was not made')
  return join(dir, 'stet.sqlite')
}
