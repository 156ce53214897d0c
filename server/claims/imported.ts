import type { Tx } from '../../db/conn.ts'
import { touchSentences } from '../articles/article.ts'
import { hasEvents } from '../history/about.ts'
import { anchorOf } from './anchor.ts'
import { findOrAddClaimant } from './claimant.ts'
import { insertClaim, findClaim, lastNumber, setAsideImported } from './store.ts'
import { addTags } from './tag-store.ts'

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
    claimantId: claim.claimant === null ? null : await findOrAddClaimant(tx, claim.claimant, claim.role ?? ''),
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

/** Sets an imported claim aside, unless somebody has worked on it since, which every change of it has an event of; then false. */
export async function setImportedAside(tx: Tx, id: number, reason: string): Promise<boolean> {
  const claim = await findClaim(tx, id)
  if (!claim || claim.state === 'set_aside' || (await hasEvents(tx, id))) return false
  await setAsideImported(tx, id, reason)
  return true
}
