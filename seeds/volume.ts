import type { Db } from '../db/open.ts'
import type { StoryClock } from './demo/clock.ts'
import { emptyStage, join, personOf } from './demo/newsroom.ts'
import { everyone } from './demo/people.ts'
import { listRatings } from '../server/verdicts/rating.ts'
import { addArticle } from './volume/articles.ts'
import { inBulk } from './volume/bulk.ts'
import { newDice } from './volume/dice.ts'
import { fillShelves } from './volume/shelves.ts'
import { type Tables, openTables } from './volume/tables.ts'

const twoYears = 2 * 365 * 24 * 3_600_000
const eventsAClaim = 7
/** Claims in an article, but for the first: that one has twice as many and five thousand words. */
const usual = 50
const atOnce = 200

/**
 * Fills an empty database with so many claims, the same in every run on a clock of the same time, with articles, evidence,
 * verdicts, decisions and a history that verifies: two years from the clock's time on.
 */
export async function makeVolume(db: Db, clock: StoryClock, claims: number): Promise<void> {
  const tables = await emptyTables(db, clock, claims)
  const { sqlite } = db.writer
  const articles = sizes(claims)
  inBulk(sqlite, () => {
    sqlite.transaction(() => fillShelves(tables))()
    for (let at = 0; at < articles.length; at += atOnce) {
      const some = articles.slice(at, at + atOnce)
      sqlite.transaction(() => some.forEach((size, index) => addArticle(tables, at + index + 1, size)))()
    }
  })
}

async function emptyTables(db: Db, clock: StoryClock, claims: number): Promise<Tables> {
  const stage = await emptyStage(db, clock)
  for (const who of everyone) await join(stage, who)
  const [rating, ...ratings] = await listRatings(db.reader, 'five-step')
  if (!rating) throw new Error('The database has no ratings')
  const ids = (['junia', 'bastian', 'perrin', 'ansel'] as const).map((who) => personOf(stage, who).id)
  return openTables(db.writer.sqlite, {
    dice: newDice(claims),
    checkers: [ids[0] ?? 0, ...ids.slice(1)],
    ratings: [rating, ...ratings],
    counts: {
      claimants: Math.ceil(claims / 50),
      sources: Math.ceil(claims / 5),
      tags: Math.min(200, Math.ceil(claims / 10)),
    },
    begins: clock.now().getTime(),
    step: Math.floor(twoYears / (claims * eventsAClaim)),
  })
}

/** How many claims each article has: they come to `claims`. */
function sizes(claims: number): number[] {
  const first = Math.min(claims, 2 * usual)
  const rest = claims - first
  const others = Array.from({ length: Math.ceil(rest / usual) }, (_, index) => Math.min(usual, rest - index * usual))
  return [first, ...others]
}
