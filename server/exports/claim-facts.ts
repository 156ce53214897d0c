import type { Conn } from '../../db/conn.ts'
import { independentOf } from '../independence/independence.ts'
import type { ClaimFacts } from './claim-columns.ts'
import { type Shared, readShared } from './shared.ts'
import {
  type ClaimKey,
  type StanceRow,
  type Value,
  claimKeys,
  claimsWithDecisions,
  stancesOfClaims,
  tagsOfClaims,
} from './store.ts'

/** The claims with their decisions, tags and what may be known of their evidence, in the order of the ids. */
export async function claimFacts(conn: Conn, ids: readonly number[], shared: Shared): Promise<ClaimFacts[]> {
  const rows = await claimsWithDecisions(conn, ids)
  await readSharedOf(conn, rows, shared)
  const tags = listsOf(await tagsOfClaims(conn, ids), ([, name]) => name)
  const stances = listsOf(await stancesOfClaims(conn, ids), (row) => row)
  const byId = new Map(rows.map((values) => [Number(values[idAt]), values]))
  const claims = ids.flatMap((id) => {
    const values = byId.get(id)
    return values ? factsOf(values, shared, { tags: tags.get(id) ?? none, stances: stances.get(id) ?? none }) : []
  })
  await countIndependent(conn, claims)
  return claims
}

// Many claims have none.
const none: never[] = []

const indexOf = (key: ClaimKey) => claimKeys.indexOf(key)
const idAt = indexOf('id')
const versionAt = indexOf('versionId')
const [claimantAt, reporterAt] = [indexOf('claimantId'), indexOf('reportedById')]
const [ratingAt, correctedAt] = [indexOf('ratingId'), indexOf('correctedRatingId')]
const [checkerAt, reviewerAt, adjudicatorAt] = [indexOf('checkerId'), indexOf('reviewerId'), indexOf('adjudicatorId')]

const readSharedOf = (conn: Conn, rows: readonly Value[][], shared: Shared) =>
  readShared(conn, shared, {
    versions: idsIn(rows, versionAt),
    claimants: idsIn(rows, claimantAt, reporterAt),
    ratings: idsIn(rows, ratingAt, correctedAt),
    people: idsIn(rows, checkerAt, reviewerAt, adjudicatorAt),
  })

function idsIn(rows: readonly Value[][], ...indexes: number[]): Set<number> {
  const ids = new Set<number>()
  for (const row of rows) {
    for (const index of indexes) {
      const id = row[index]
      if (typeof id === 'number') ids.add(id)
    }
  }
  return ids
}

const factsOf = (
  values: Value[],
  { versions, claimants, ratings, people }: Shared,
  { tags, stances }: Pick<ClaimFacts, 'tags' | 'stances'>,
): ClaimFacts => ({
  values,
  version: of(versions, values[versionAt]),
  claimant: of(claimants, values[claimantAt]),
  reporter: of(claimants, values[reporterAt]),
  rating: of(ratings, values[ratingAt]),
  correctedFrom: of(ratings, values[correctedAt]),
  checker: of(people, values[checkerAt]),
  reviewer: of(people, values[reviewerAt]),
  adjudicator: of(people, values[adjudicatorAt]),
  tags,
  stances,
  // One alone counts, whoever publishes it; several are counted by `countIndependent`.
  independent: Math.min(1, stances.length),
})

const of = <T>(kept: { of: (id: number) => T | undefined }, id: Value | undefined): T | undefined =>
  typeof id === 'number' ? kept.of(id) : undefined

// The rows come claim by claim, the id first.
function listsOf<Row extends readonly [claimId: number, ...unknown[]], T>(
  rows: readonly Row[],
  item: (row: Row) => T,
): Map<number, T[]> {
  const lists = new Map<number, T[]>()
  let list: T[] = []
  let last: number | undefined
  for (const row of rows) {
    if (row[0] !== last) lists.set((last = row[0]), (list = []))
    list.push(item(row))
  }
  return lists
}

async function countIndependent(conn: Conn, claims: readonly ClaimFacts[]): Promise<void> {
  const several = claims.filter(({ stances }) => stances.length > 1)
  const counts = await independentOf(
    conn,
    several.map(({ stances }) => stances.map(weighed)),
  )
  for (const [index, claim] of several.entries()) claim.independent = counts[index] ?? 0
}

const weighed = ([, , url, id, publisher, origin, originId]: StanceRow) => ({
  id,
  url,
  publisher,
  origin,
  originId,
  title: '',
  primary: false,
  confidential: false,
})
