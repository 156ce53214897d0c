import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import type { ClaimantKind } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, lostRace, missing } from '../errors.ts'
import { changes, record } from '../history/record.ts'
import { formValues } from '../values/form-values.ts'
import {
  claimantsNamed,
  claimsBy,
  countClaims,
  findClaimant,
  findTwin,
  insertClaimant,
  listClaimants,
  updateClaimant,
} from './claimant-store.ts'
import { comparable } from './comparable.ts'
import { claimantKindWords } from './words.ts'

/** Who says things: a person or an organisation. The role is '' when it is not known. */
export type Claimant = { id: number; name: string; role: string }

/** What else is known of one; `sameAs` is an address that stands for exactly them. */
export type KnownClaimant = Claimant & { kind: ClaimantKind | null; sameAs: string | null; version: number }

/** Throws NotFound. */
export async function readClaimant(conn: Conn, id: number): Promise<KnownClaimant> {
  return (await findClaimant(conn, id)) ?? missing('claimant')
}

/** The first thousand claimants in the order of their names. */
export const knownClaimants = (conn: Conn): Promise<Claimant[]> => listClaimants(conn, 1_000)

/** What a claimant said: how many claims, how many they carried for others, and the newest ones. */
export async function workOf(conn: Conn, id: number) {
  return { counts: await countClaims(conn, id), newest: await claimsBy(conn, id, 20) }
}

/** Somebody as a claim names them: the role is '' when it is not known, the kind null when nobody has said it. */
export type NamedClaimant = { name: string; role: string; kind?: ClaimantKind | null | undefined }

/**
 * The claimant of that name and role, made when there is none. Spelling by case and white space does not matter; without a
 * role, the only one of that name is meant. A kind that is said is noted on one of whom none is known. Throws BadInput when
 * another one is.
 */
export async function findOrAddClaimant(
  tx: Tx,
  actor: { id: number } | null,
  { name, role, kind = null }: NamedClaimant,
): Promise<number> {
  const nameKey = comparable(name)
  const roleKey = comparable(role)
  const named = await claimantsNamed(tx, nameKey)
  const same = named.find((one) => one.roleKey === roleKey)
  const [first, second] = named
  const meant = same ?? (roleKey === '' && !second ? first : undefined)
  if (!meant) return insertClaimant(tx, { ...tidy({ name, role }), nameKey, roleKey, kind })
  await sayKind(tx, actor, meant.id, kind)
  return meant.id
}

/** Notes whether a claimant is a person or an organisation where it is not known; null says nothing. Throws BadInput when it is known otherwise. */
export async function sayKind(
  tx: Tx,
  actor: { id: number } | null,
  id: number,
  kind: ClaimantKind | null,
): Promise<void> {
  if (kind === null) return
  const known = await readClaimant(tx, id)
  if (kind === known.kind) return
  if (known.kind !== null)
    throw new BadInput({
      claimantKind: `“${known.name}” is known as ${claimantKindWords[known.kind].toLowerCase()}. If that is wrong, correct it on the page of this claimant.`,
    })
  await updateClaimant(tx, id, { kind, version: known.version + 1 })
  await record(tx, actor, 'claimant.edited', {}, { claimant: id, before: { kind: null }, after: { kind } })
}

/** The claimant who is spelt exactly so, of any role when none is given; made when there is none. */
export async function claimantSpelt(tx: Tx, name: string, role?: string): Promise<number> {
  const [nameKey, roleKey] = [comparable(name), comparable(role ?? '')]
  const named = (await claimantsNamed(tx, nameKey)).filter((one) => role === undefined || one.roleKey === roleKey)
  const meant = named.find((one) => one.name === name) ?? named[0]
  return meant?.id ?? insertClaimant(tx, { name, role: role ?? '', nameKey, roleKey })
}

export type ClaimantEdit = Omit<KnownClaimant, 'id'>

/** Changes what is told of a claimant everywhere. Throws Conflict when a colleague was first, BadInput when that claimant is already there. */
export function editClaimant(db: Db, person: Person, id: number, { version, ...edit }: ClaimantEdit): Promise<void> {
  permit(person, 'claimant.edit')
  return write(db, async (tx) => {
    const was = await readClaimant(tx, id)
    const { name, role, kind, sameAs } = was
    const before = { name, role, kind, sameAs }
    if (was.version !== version) throw lostRace('this claimant', formValues({ ...before, version: was.version }))
    const after = { ...edit, ...tidy(edit) }
    const changed = changes(before, after)
    if (!changed) return
    const keys = { nameKey: comparable(after.name), roleKey: comparable(after.role) }
    if (await findTwin(tx, { id, ...keys }))
      throw new BadInput({ name: 'There is already a claimant of this name and role.' })
    await updateClaimant(tx, id, { ...after, ...keys, version: version + 1 })
    await record(tx, person, 'claimant.edited', {}, { claimant: id, ...changed })
  })
}

const tidy = ({ name, role }: { name: string; role: string }) => ({ name: collapse(name), role: collapse(role) })
const collapse = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
