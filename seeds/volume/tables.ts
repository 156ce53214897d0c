import type Database from 'better-sqlite3'
import type { Dice } from './dice.ts'
import { type Insert, type Ledger, into, newLedger } from './ledger.ts'

/** Where volume is written to: a way into each table, the history, and who and what there is to choose from. */
export type Tables = {
  dice: Dice
  ledger: Ledger
  add: Record<
    | 'articles'
    | 'versions'
    | 'sentences'
    | 'claims'
    | 'claim_tags'
    | 'claimants'
    | 'tags'
    | 'sources'
    | 'evidence'
    | 'verdicts'
    | 'reviews'
    | 'decisions',
    Insert
  >
  /** The ids of people who check; the last of them is the one who reviews. */
  checkers: [number, ...number[]]
  ratings: [Rating, ...Rating[]]
  counts: { claimants: number; sources: number; tags: number }
  /** The next id of each kind: the database is empty, so they are counted here. */
  ids: { claim: number; evidence: number; verdict: number; decision: number }
}

export type Rating = { id: number; key: string }

type Given = Pick<Tables, 'dice' | 'checkers' | 'ratings' | 'counts'> & { begins: number; step: number }

/** `begins` and `step` are the milliseconds of the history: see `newLedger`. */
export function openTables(sqlite: Database.Database, { begins, step, ...given }: Given): Tables {
  const way = (table: string) => into(sqlite, table)
  return {
    ...given,
    ledger: newLedger(sqlite, { begins, step }),
    ids: { claim: 0, evidence: 0, verdict: 0, decision: 0 },
    add: {
      articles: way('articles'),
      versions: way('versions'),
      sentences: way('sentences'),
      claims: way('claims'),
      claim_tags: way('claim_tags'),
      claimants: way('claimants'),
      tags: way('tags'),
      sources: way('sources'),
      evidence: way('evidence'),
      verdicts: way('verdicts'),
      reviews: way('reviews'),
      decisions: way('decisions'),
    },
  }
}
