import type { Tx } from '../../db/conn.ts'
import { touchSentences } from '../articles/article.ts'
import { hasEvents } from '../history/about.ts'
import { anchorOf } from './anchor.ts'
import { claimantSpelt, findOrAddClaimant } from './claimant.ts'
import { findClaim, hasNumber, insertClaim, isFree, lastNumber, setAsideImported } from './store.ts'
import { addTags } from './tag-store.ts'
import type { ClaimKind, ClaimState, Standing } from './words.ts'

/** A claim out of a file; its place is in UTF-16 code units of `text`, the frozen text of the version. */
type Imported = {
  articleId: number
  versionId: number
  text: string
  start: number
  end: number
  statement: string
  claimant: string | null
  role: string | null
  claimedOn: string | null
  claimedPlace: string | null
  tags: string[]
  /** What the file says that it was rated, as a rating of ours: such a claim is decided. */
  ratingId: number | null
}

/** What our own file says beyond that, taken as it is. */
type Own = {
  /** Its number where it came from, which it keeps where that is free, as it does that within its article. */
  id: number
  number: number
  kind: ClaimKind
  standing: Standing
  state: ClaimState
  reportedBy: string | null
}

/** Makes a claim without an event of its own: the event of its import stands for it. Returns its id. */
export async function addImportedClaim(tx: Tx, actor: { id: number }, claim: Imported): Promise<number> {
  const { articleId, versionId, statement, claimedOn, claimedPlace, ratingId } = claim
  const { start, end, ...cut } = anchorOf(claim.text, claim.start, claim.end)
  const id = await insertClaim(tx, {
    articleId,
    versionId,
    number: (await lastNumber(tx, articleId)) + 1,
    ...cut,
    quoteStart: start,
    quoteEnd: end,
    statement,
    claimedOn,
    claimedPlace,
    claimantId:
      claim.claimant === null
        ? null
        : await findOrAddClaimant(tx, actor, { name: claim.claimant, role: claim.role ?? '' }),
    kind: /\d/.test(statement) ? 'numerical' : 'event',
    state: ratingId === null ? 'open' : 'decided',
    ratingId,
    addedById: actor.id,
    createdAt: tx.now,
    changedAt: tx.now,
  })
  await addTags(tx, id, claim.tags)
  await touchSentences(tx, { versionId, start, end })
  return id
}

/** Makes a claim out of our own file, without an event of its own. Returns its id. */
export async function addOwnClaim(tx: Tx, actor: { id: number }, claim: Imported & Own): Promise<number> {
  const { articleId, versionId, statement, claimedOn, claimedPlace, ratingId, kind, standing, state, number } = claim
  const { start, end, ...cut } = anchorOf(claim.text, claim.start, claim.end)
  const isSetAside = state === 'set_aside'
  const id = await insertClaim(tx, {
    ...((await isFree(tx, claim.id)) && { id: claim.id }),
    articleId,
    versionId,
    number: (await hasNumber(tx, articleId, number)) ? (await lastNumber(tx, articleId)) + 1 : number,
    ...cut,
    quoteStart: start,
    quoteEnd: end,
    statement,
    claimedOn,
    claimedPlace,
    claimantId: claim.claimant === null ? null : await claimantSpelt(tx, claim.claimant, claim.role ?? ''),
    reportedById: claim.reportedBy === null ? null : await claimantSpelt(tx, claim.reportedBy),
    kind,
    standing,
    state,
    ...(isSetAside && { stateBefore: 'open', setAsideReason: 'It was set aside where it came from.' }),
    ratingId,
    addedById: actor.id,
    createdAt: tx.now,
    changedAt: tx.now,
  })
  await addTags(tx, id, claim.tags)
  await touchSentences(tx, { versionId, start, end })
  return id
}

/** Sets an imported claim aside, unless somebody has worked on it since, which every change of it has an event of; then false. */
export async function setImportedAside(tx: Tx, id: number, reason: string): Promise<boolean> {
  const claim = await findClaim(tx, id)
  if (!claim || claim.state === 'set_aside' || (await hasEvents(tx, id))) return false
  await setAsideImported(tx, id, reason)
  return true
}
