import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { readClaim } from '../claims/claim.ts'
import { claimNumber } from '../claims/words.ts'
import { BadInput, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { readId } from '../values/row-id.ts'
import { citationRows, claimNumbered, deleteCitation, insertCitation, isCited } from './citation-store.ts'

export type CitedClaim = Awaited<ReturnType<typeof citationRows>>[number]

/** What a claim rests on, and what rests on it. */
export type Citations = { cited: CitedClaim[]; citing: CitedClaim[] }

/** The earlier checks that a claim rests on, and the claims that rest on it. */
export async function citationsOf(conn: Conn, claimId: number): Promise<Citations> {
  const rows = await citationRows(conn, claimId)
  return { cited: rows.filter(({ rests }) => rests), citing: rows.filter(({ rests }) => !rests) }
}

/** Notes that a claim rests on the decision about another, named by its number such as 3-12. Throws BadInput for one that it cannot be. */
export function citeClaim(db: Db, person: Person, claimId: number, named: string): Promise<void> {
  permit(person, 'citation.edit')
  return write(db, async (tx) => {
    const claim = await readClaim(tx, claimId)
    const place = readClaimNumber(named)
    if (!place) throw refused('Write the number of a claim as it stands on its page, such as 3-12.')
    const name = claimNumber(place)
    const found = await claimNumbered(tx, place)
    if (!found) throw refused(`There is no claim ${name}. The number stands at the top of its page.`)
    if (found.id === claimId) throw refused('This is the claim itself. Name an earlier one.')
    if (found.decisionId === null) throw refused(`Claim ${name} has no decision yet, so nothing can rest on it.`)
    const citation = { claimId, citedId: found.id }
    if (await isCited(tx, citation)) throw refused(`Claim ${name} is listed already.`)
    await insertCitation(tx, { ...citation, addedById: person.id, createdAt: tx.now })
    await record(tx, person, 'citation.added', aboutClaim(claim), { cited: found.id })
  })
}

/** Notes that a claim does not rest on another one any more. Throws NotFound when it did not. */
export function removeCitation(db: Db, person: Person, claimId: number, citedId: number): Promise<void> {
  permit(person, 'citation.edit')
  return write(db, async (tx) => {
    const claim = await readClaim(tx, claimId)
    if (!(await isCited(tx, { claimId, citedId }))) missing('earlier check on this claim')
    await deleteCitation(tx, { claimId, citedId })
    await record(tx, person, 'citation.removed', aboutClaim(claim), { cited: citedId })
  })
}

const refused = (cited: string) => new BadInput({ cited })

/** Reads the number of a claim as people write it: `3-12`, with or without the word “claim” before it. */
export function readClaimNumber(text: string): { articleId: number; number: number } | undefined {
  const [, article = '', number = ''] = /^(?:claim\s*)?(\d+)\s*[-–]\s*(\d+)$/i.exec(text.trim()) ?? []
  const articleId = readId(article)
  const numbered = readId(number)
  return articleId === undefined || numbered === undefined ? undefined : { articleId, number: numbered }
}
