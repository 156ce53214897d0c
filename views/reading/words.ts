import type { Sentence } from '../../server/articles/article.ts'
import { type SetAsideReason, setAsideReasons, setAsideWords } from '../../server/articles/words.ts'
import type { ClaimMark } from '../../server/claims/claim.ts'
import { stateWords } from '../../server/claims/words.ts'
import { levelWords } from '../../server/finding/worthiness/words.ts'
import type { Worth } from '../../server/finding/worthiness/worthiness.ts'

/** What a claim's underline says, in words: its rating, else how far it has come. */
export function claimWords({ rating, state }: Pick<ClaimMark, 'rating' | 'state'>): string {
  const stage = stateWords[state].toLowerCase()
  if (!rating) return stage
  return state === 'decided' || state === 'published' ? rating.label : `${rating.label}, ${stage}`
}

/** What the strip says about a sentence, in words. */
export function triageWords({ triage, reason }: Pick<Sentence, 'triage' | 'reason'>): string {
  if (triage === 'claim') return 'holds a claim'
  return triage === 'untouched' ? 'not looked at yet' : `not a claim${reason ? ` (${reasonWords(reason)})` : ''}`
}

/** How much a sentence that nobody has looked at is worth checking, to follow its triage; nothing for the others. */
export function worthWords({ number, triage }: Sentence, worths: readonly Worth[]): string {
  const level = worths[number - 1]?.level
  return triage === 'untouched' && level ? `, worth checking: ${levelWords[level].toLowerCase()}` : ''
}

/** A reason for setting aside as the screen says it. */
export const reasonWords = (reason: string): string => (isReason(reason) ? setAsideWords[reason].toLowerCase() : reason)

const isReason = (text: string): text is SetAsideReason => setAsideReasons.some((reason) => reason === text)
