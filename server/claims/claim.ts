import type { Conn, Tx } from '../../db/conn.ts'
import type { ShownRating } from '../../views/parts/rating-badge.ts'
import { touchSentences } from '../articles/article.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { record } from '../history/record.ts'
import { anchorOf } from './anchor.ts'
import { type Claimant, findOrAddClaimant } from './claimant.ts'
import { fold } from './fold.ts'
import { canMove } from './states.ts'
import { claimsAt, findClaim, findText, insertClaim, lastNumber, marksOf, updateClaim } from './store.ts'
import { setTags } from './tag-store.ts'
import { type ClaimKind, type ClaimState, type Priority, claimNumber, stateWords } from './words.ts'

export type { Claimant } from './claimant.ts'

/** Offsets are UTF-16 code units of the frozen text of the version. */
export type ClaimRecord = {
  id: number
  articleId: number
  articleTitle: string
  language: string
  outlet: string | null
  publishedOn: string | null
  number: number
  versionId: number
  statement: string
  quote: string
  quoteStart: number
  quoteEnd: number
  prefix: string
  suffix: string
  claimant: Claimant | null
  reportedBy: Claimant | null
  claimedOn: string | null
  claimedPlace: string | null
  kind: ClaimKind
  tags: string[]
  priority: Priority
  assignee: { id: number; name: string } | null
  dueOn: string | null
  state: ClaimState
  setAsideReason: string | null
  stateBefore: ClaimState | null
  decisionId: number | null
  rating: (ShownRating & { id: number; key: string }) | null
  createdAt: string
  changedAt: string
  version: number
}

/** Throws NotFound. */
export async function readClaim(conn: Conn, id: number): Promise<ClaimRecord> {
  return (await findClaim(conn, id)) ?? missing('claim')
}

/** A claim as the reading view marks it. */
export type ClaimMark = {
  id: number
  number: number
  statement: string
  quoteStart: number
  quoteEnd: number
  state: ClaimState
  rating: ShownRating | null
}

/** The claims of an article in the order of its text, those set aside included. */
export const claimsOfArticle = (conn: Conn, articleId: number): Promise<ClaimMark[]> => marksOf(conn, articleId)

/** What is known about a claim besides its place in the text. */
export type ClaimDetails = {
  statement: string
  claimant: string | null
  claimantRole: string | null
  reportedBy: string | null
  claimedOn: string | null
  claimedPlace: string | null
  kind: ClaimKind
  tags: string[]
  priority: Priority
  assigneeId: number | null
  dueOn: string | null
}

export type NewClaim = ClaimDetails & {
  articleId: number
  versionId: number
  quoteStart: number
  quoteEnd: number
  state?: 'candidate' | 'open'
}

/**
 * Makes a claim of a place in the text and marks its sentences; the quote is cut from the frozen text. Throws BadInput for
 * a place that is none, Conflict (`theirs.claim`, `theirs.number`) when the same claim is already made of it.
 */
export async function addClaim(tx: Tx, actor: { id: number } | null, input: NewClaim): Promise<number> {
  const { articleId, versionId, statement } = input
  const { start, end, ...cut } = await anchorIn(tx, input)
  await refuseTwin(tx, { articleId, start, end, statement })
  const number = (await lastNumber(tx, articleId)) + 1
  const place = { articleId, versionId, number, ...cut, quoteStart: start, quoteEnd: end }
  const made = {
    state: input.state ?? ('open' as const),
    addedById: actor?.id ?? null,
    createdAt: tx.now,
    changedAt: tx.now,
  }
  const id = await insertClaim(tx, { ...place, ...(await knownColumns(tx, input)), ...made })
  await setTags(tx, id, input.tags)
  await touchSentences(tx, { versionId, start, end })
  const told = { number, statement, quote: cut.quote, start, end }
  await record(tx, actor, 'claim.added', { article: articleId, claim: id }, told)
  return id
}

async function knownColumns(tx: Tx, { claimant, claimantRole, reportedBy, ...details }: ClaimDetails) {
  const { statement, kind, priority, assigneeId, claimedOn, claimedPlace, dueOn } = details
  const claimantId = claimant === null ? null : await findOrAddClaimant(tx, claimant, claimantRole ?? '')
  const reportedById = reportedBy === null ? null : await findOrAddClaimant(tx, reportedBy, '')
  return { statement, kind, priority, assigneeId, claimedOn, claimedPlace, dueOn, claimantId, reportedById }
}

/** Brings a claim into another state; nothing happens when it is there already. Throws Conflict for a move that is none. */
export async function moveClaim(
  tx: Tx,
  actor: { id: number } | null,
  claim: { id: number; articleId: number; state: ClaimState },
  to: ClaimState,
): Promise<void> {
  const before = claim.state
  if (before === to) return
  if (!canMove(before, to)) throw cannotMove(before, to)
  await updateClaim(tx, claim.id, { state: to })
  await record(tx, actor, 'claim.moved', { article: claim.articleId, claim: claim.id }, { before, after: to })
}

/** What to tell somebody whose move does not start from where the claim is now. */
export const cannotMove = (from: ClaimState, to: ClaimState): Conflict => {
  const [now, then] = [stateWords[from].toLowerCase(), stateWords[to].toLowerCase()]
  return new Conflict(`The claim is “${now}” now, and cannot become “${then}” from there. Look at it again below.`)
}

async function anchorIn(tx: Tx, { articleId, versionId, quoteStart, quoteEnd }: NewClaim) {
  const version = await findText(tx, versionId)
  if (version?.articleId !== articleId) throw new BadInput({ '': 'This text is not one of the article.' })
  return anchorOf(version.text, quoteStart, quoteEnd)
}

type Place = { articleId: number; start: number; end: number; statement: string }

async function refuseTwin(tx: Tx, { statement, ...place }: Place): Promise<void> {
  const key = fold(statement)
  const twin = (await claimsAt(tx, place)).find((claim) => fold(claim.statement) === key)
  if (!twin) return
  const number = claimNumber(twin)
  throw new Conflict(`The same claim is already made of these words: claim ${number}.`, {
    claim: String(twin.id),
    number,
  })
}
