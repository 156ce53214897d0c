import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict } from '../errors.ts'
import { type NewSource, addSource, findVisibleSource, sourceAt, sourceLike } from '../sources/source.ts'
import { type EvidenceText, addEvidence } from './evidence.ts'
import { wordsThere } from './look-up.ts'

type Wanted = { claimId: number; source: number | NewSource; text: EvidenceText; isFromAddress?: boolean }
type Attached = { evidence: number; source: number; wasKnown: boolean }

/**
 * Adds evidence from a source that is there (its id) or a new one; `wasKnown` says that the new one's address was kept
 * already, and that source used. A passage that an address pointed at is taken whole from the kept copy, if there is one. Throws as `addEvidence` does, and Conflict when a known source is less secret than meant.
 */
export const attachEvidence = (db: Db, person: Person, wanted: Wanted): Promise<Attached> =>
  write(db, (tx) => attachEvidenceIn(tx, person, wanted))

/** The same inside a change that does more. */
export async function attachEvidenceIn(
  tx: Tx,
  person: Person,
  { claimId, source, text, isFromAddress = false }: Wanted,
): Promise<Attached> {
  permit(person, 'evidence.add')
  const found = typeof source === 'number' ? await chosen(tx, person, source) : await entered(tx, person, source)
  const passage = isFromAddress ? await wordsThere(tx, found.source, text.passage) : text.passage
  const evidence = await addEvidence(tx, person, { ...text, passage, claimId, sourceId: found.source })
  return { evidence, ...found }
}

async function chosen(tx: Tx, person: Person, id: number) {
  const found = await findVisibleSource(tx, person, id)
  if (!found) throw new BadInput({ source: 'This source is not there. Choose another, or enter a new one.' })
  return { source: found.id, wasKnown: false }
}

async function entered(tx: Tx, person: Person, input: NewSource) {
  const known = await sourceAt(tx, person, input.url, input.doi)
  if (known && input.confidential && !known.confidential) {
    throw new Conflict(
      `You marked this source as confidential, but its address is kept already as “${known.title}”, which everybody sees. Untick “Confidential” to use that one.`,
    )
  }
  if (known) return { source: known.id, wasKnown: true }
  permit(person, 'source.add')
  // What the person may know of, their program may not, nor read it out of a refusal.
  if (await sourceAt(tx, { ...person, token: undefined }, input.url, input.doi)) throw new Conflict(takenUnseen)
  const alike = await sourceLike(tx, input)
  if (alike !== undefined) return { source: alike, wasKnown: false }
  return { source: await addSource(tx, person, input), wasKnown: false }
}

const takenUnseen = 'Evidence from this source cannot be added by a program. Add it in the browser.'
