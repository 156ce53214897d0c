import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { readClaim } from '../claims/claim.ts'
import { claimNumber } from '../claims/words.ts'
import { readClaimNumber } from '../corrections/citation.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import {
  findRelation,
  firstDecidedAt,
  idOfNumber,
  insertRelation,
  isRelated,
  relationRows,
  withdrawRelationRow,
} from './relation-store.ts'
import type { RelationKind } from './words.ts'

/** What a claim is to another: `named` where it was named first. `saidOn` is the day on which the other was said, as far as is known. */
export type RelationItem = Omit<Awaited<ReturnType<typeof relationRows>>[number], 'named'> & {
  named: boolean
  saidOn: string
}

/** The relations of a claim, and the times that it was said again after it was first decided, newest first. */
export type Relations = { all: RelationItem[]; saidAgain: RelationItem[]; decidedAt: string | undefined }

/** Reads both: what the claim is to others, and they to it. */
export async function relationsOf(conn: Conn, claimId: number): Promise<Relations> {
  const rows = await relationRows(conn, claimId)
  const all = rows.map((row) => ({ ...row, named: row.named === 1, saidOn: saidOn(row) }))
  const repeats = all.filter(({ kind, named }) => !named && kind === 'repeats')
  const decidedAt = repeats.length === 0 ? undefined : await firstDecidedAt(conn, claimId)
  const since = (item: RelationItem) => decidedAt !== undefined && item.saidOn >= decidedAt.slice(0, item.saidOn.length)
  const saidAgain = repeats.filter(since).sort((a, b) => (a.saidOn < b.saidOn ? 1 : -1))
  return { all, saidAgain, decidedAt }
}

const saidOn = ({ claim, publishedOn }: Awaited<ReturnType<typeof relationRows>>[number]) =>
  claim.claimedOn ?? publishedOn ?? claim.createdAt.slice(0, 10)

/** Notes what a claim is to another one, named by its number such as 3-12; returns the other's id. Throws BadInput for one that it cannot be. */
export function relateClaim(
  db: Db,
  person: Person,
  claimId: number,
  { kind, other: named }: { kind: RelationKind; other: string },
): Promise<number> {
  permit(person, 'relation.edit')
  return write(db, async (tx) => {
    const claim = await readClaim(tx, claimId)
    const place = readClaimNumber(named)
    if (!place) throw refused('Write the number of a claim as it stands on its page, such as 3-12.')
    const otherId = await idOfNumber(tx, place)
    if (otherId === undefined)
      throw refused(`There is no claim ${claimNumber(place)}. The number stands at the top of its page.`)
    if (otherId === claimId) throw refused('This is the claim itself. Name another one.')
    const pair = { claimId, kind, otherId }
    if (await isRelated(tx, pair)) throw refused(`That is noted already for claim ${claimNumber(place)}.`)
    const relation = await insertRelation(tx, { ...pair, addedById: person.id, createdAt: tx.now })
    await record(tx, person, 'relation.added', aboutClaim(claim), { relation, kind, other: otherId })
    return otherId
  })
}

const refused = (other: string) => new BadInput({ other })

/** Takes a relation back and returns the claim that was named first. Throws NotFound, and Conflict when it is taken back already. */
export function withdrawRelation(db: Db, person: Person, id: number): Promise<number> {
  permit(person, 'relation.edit')
  return write(db, async (tx) => {
    const relation = (await findRelation(tx, id)) ?? missing('relation')
    if (relation.withdrawnAt) throw new Conflict('This was taken back already.')
    await withdrawRelationRow(tx, id, person)
    const { claimId, articleId, kind, otherId } = relation
    const told = { relation: id, kind, other: otherId }
    await record(tx, person, 'relation.withdrawn', aboutClaim({ id: claimId, articleId }), told)
    return claimId
  })
}

/** The claim that was named first in a relation. Throws NotFound. */
export async function claimOfRelation(conn: Conn, id: number): Promise<number> {
  return ((await findRelation(conn, id)) ?? missing('relation')).claimId
}
