import type { Person } from '../../server/accounts/permissions.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { changeState } from '../../server/claims/progress.ts'
import { publishClaim } from '../../server/claims/publication.ts'
import { proposeCorrection } from '../../server/corrections/proposal.ts'
import { judgeIndependently, openRound } from '../../server/rounds/open.ts'
import { reviewVerdict } from '../../server/verdicts/review.ts'
import { aClaim } from '../claims/port-ellery.ts'
import type { Newsroom } from '../support/newsroom.ts'
import { aVerdict, rated } from '../verdicts/harbour.ts'

/** Every state of a claim, those that look different to its people apart. */
export const stages = [
  'candidate',
  'open',
  'checking',
  'in review',
  'decided',
  'published',
  'correction asked for',
  'set aside',
  'two to be named',
  'two named',
  'two agree',
  'two differ',
] as const
export type Stage = (typeof stages)[number]

/** A claim that was brought to a stage, and what stands on it: 999 for what is not there. */
export type Staged = { id: number; version: number; verdict: number; decision: number; round: number; proposal: number }

/** `author` gives the verdict, is one of the two checkers and asks for the correction; `other` is the second person wherever one is needed. */
export type Cast = {
  news: Newsroom
  article: { articleId: number; versionId: number }
  author: Person
  other: Person
}

let made = 0

/** Brings a new claim to the stage. */
export async function bringTo(stage: Stage, cast: Cast): Promise<Staged> {
  const { news, article, author, other } = cast
  const { db, edith } = news
  const state = stage === 'candidate' ? 'candidate' : 'open'
  const id = await aClaim(db, edith, article, { state, statement: `Claim ${(made += 1)} of many.` })
  const staged: Staged = { id, version: 1, verdict: 999, decision: 999, round: 999, proposal: 999 }
  if (stage === 'checking' || stage === 'set aside')
    await move(news, id, stage === 'checking' ? 'checking' : 'set_aside')
  const twice = ['decided', 'published', 'correction asked for'].includes(stage)
  if (stage === 'in review' || twice) staged.verdict = (await aVerdict(db, author, id)).verdictId
  if (twice) {
    await reviewVerdict(db, other, staged.verdict, { outcome: 'approved' })
    staged.decision = (await readClaim(db.reader, id)).decisionId ?? 0
  }
  if (twice && stage !== 'decided') await publishClaim(db, edith, id, { decision: staged.decision })
  if (stage === 'correction asked for') staged.proposal = await ask(news, author, staged)
  if (stage.startsWith('two')) await beginTwo(stage, cast, staged)
  return { ...staged, version: (await readClaim(db.reader, id)).version }
}

const move = ({ db, edith }: Newsroom, id: number, state: 'checking' | 'set_aside') =>
  changeState(db, edith, id, { state, reason: 'An opinion', version: 1 })

async function ask({ db }: Newsroom, author: Person, { id, decision }: Staged): Promise<number> {
  const said = { ratingId: rated.true, rationale: 'All ships were in.', explanation: null }
  const asked = { kind: 'correction' as const, note: 'The log was misread.', ...said, decision }
  return (await proposeCorrection(db, author, id, asked)).proposalId
}

// The author's verdict is the second, so that it is the newest.
async function beginTwo(stage: Stage, { news, author, other }: Cast, staged: Staged): Promise<void> {
  const { db, edith } = news
  await judgeIndependently(db, edith, staged.id, true)
  if (stage === 'two to be named') return
  staged.round = await openRound(db, edith, staged.id, { firstId: other.id, secondId: author.id })
  if (stage === 'two named') return
  await aVerdict(db, other, staged.id, { ratingId: stage === 'two agree' ? rated.false : rated.true })
  staged.verdict = (await aVerdict(db, author, staged.id)).verdictId
}
