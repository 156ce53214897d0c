import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { isNewest, touchSentences } from '../articles/article.ts'
import { BadInput, Conflict } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import { anchorOf } from './anchor.ts'
import { permitAssignment, refuseUnassignable } from './assignment.ts'
import type { ClaimDetails } from './claim.ts'
import { findOrAddClaimant } from './claimant.ts'
import { comparable } from './comparable.ts'
import { claimsAt, insertClaim, lastNumber } from './store.ts'
import { setTags } from './tag-store.ts'
import { findText } from './text-store.ts'
import { claimNumber } from './words.ts'

/** A claim to be made, and its place: UTF-16 code units of the frozen text of the version. */
export type NewClaim = ClaimDetails & {
  articleId: number
  versionId: number
  quoteStart: number
  quoteEnd: number
  state?: 'candidate' | 'open'
}

/** Makes a claim of a place in an article and returns its id. Throws as `addClaim` does. */
export function makeClaim(db: Db, person: Person, input: NewClaim): Promise<number> {
  permit(person, 'claim.add')
  return write(db, (tx) => makeClaimIn(tx, person, input))
}

/** The same inside a change that does more. The caller has asked for permission to add claims. */
export async function makeClaimIn(tx: Tx, person: Person, input: NewClaim): Promise<number> {
  permitAssignment(person, null, input.assigneeId)
  await refuseUnassignable(tx, input.assigneeId)
  return addClaim(tx, person, input)
}

/**
 * Makes a claim of a place in the text and marks its sentences; the quote is cut from the frozen text. Throws BadInput for
 * a place that is none, Conflict (`theirs.claim`, `theirs.number`) when the same claim is already made of it.
 */
export async function addClaim(tx: Tx, actor: { id: number } | null, input: NewClaim): Promise<number> {
  const { articleId, versionId, statement } = input
  const { start, end, ...cut } = await anchorIn(tx, input)
  await refuseTwin(tx, { articleId, versionId, start, end, statement })
  const number = (await lastNumber(tx, articleId)) + 1
  const place = { articleId, versionId, number, ...cut, quoteStart: start, quoteEnd: end }
  const made = {
    state: input.state ?? ('open' as const),
    addedById: actor?.id ?? null,
    createdAt: tx.now,
    changedAt: tx.now,
  }
  const id = await insertClaim(tx, { ...place, ...(await knownColumns(tx, actor, input)), ...made })
  await setTags(tx, id, input.tags)
  await touchSentences(tx, { versionId, start, end })
  const told = { number, statement, quote: cut.quote, start, end }
  const seq = await record(tx, actor, 'claim.added', aboutClaim({ id, articleId }), told)
  if (input.assigneeId !== null) await notify(tx, [input.assigneeId], 'assigned', { seq, claimId: id }, actor)
  return id
}

async function anchorIn(tx: Tx, { articleId, versionId, quoteStart, quoteEnd }: NewClaim) {
  const version = await findText(tx, versionId)
  if (version?.articleId !== articleId) throw new BadInput({ '': 'This text is not one of the article.' })
  if (!(await isNewest(tx, articleId, versionId))) throw new Conflict(older)
  return anchorOf(version.text, quoteStart, quoteEnd)
}

const older =
  'A newer version of the article was taken in meanwhile. Nothing was saved, and what you typed is still here: look whether these are the words, then send it again.'

type Place = { articleId: number; versionId: number; start: number; end: number; statement: string }

async function refuseTwin(tx: Tx, { statement, ...place }: Place): Promise<void> {
  const key = comparable(statement)
  const twin = (await claimsAt(tx, place)).find((claim) => comparable(claim.statement) === key)
  if (!twin) return
  const number = claimNumber(twin)
  throw new Conflict(`The same claim is already made of these words: claim ${number}.`, {
    claim: String(twin.id),
    number,
  })
}

async function knownColumns(tx: Tx, actor: { id: number } | null, details: ClaimDetails) {
  const { claimant, claimantRole, claimantKind, reportedBy } = details
  const { statement, kind, priority, assigneeId, claimedOn, claimedPlace, dueOn } = details
  const claimantId =
    claimant === null
      ? null
      : await findOrAddClaimant(tx, actor, { name: claimant, role: claimantRole ?? '', kind: claimantKind })
  const reportedById = reportedBy === null ? null : await findOrAddClaimant(tx, actor, { name: reportedBy, role: '' })
  return { statement, kind, priority, assigneeId, claimedOn, claimedPlace, dueOn, claimantId, reportedById }
}
