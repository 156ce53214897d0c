import type { ClaimKind } from '../../../db/schema/index.ts'

/** A first guess at what kind of claim some words make, for a person to correct. */
export function kindOf(words: string, { cited = false } = {}): ClaimKind {
  if (cited) return 'quote'
  if (/[%£$€]|\bper ?cent\b|\p{Nd}/u.test(words.replaceAll(/\b(?:1[5-9]|20)\d\d\b|\bnumber \d+\b/g, '')))
    return 'numerical'
  if (
    /\b(?:month-on-month|year-on-year|doubled|tripled|halved|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?) ?(?:times|people|years?|months?|days?|weeks?|percent|of)?\b/i.test(
      words,
    ) &&
    /\b(?:doubled|tripled|halved|month-on-month|year-on-year|hundreds?|thousands?|millions?|billions?|times)\b/i.test(
      words,
    )
  )
    return 'numerical'
  if (
    /\b(?:because|due to|owing to|caused?|causes|led to|leads to|resulted in|as a result|thanks to|sparked|triggered|prompted|blamed on|bolstered by)\b/i.test(
      words,
    )
  )
    return 'causal'
  if (
    /\b(?:would|should|must|will|wants|hopes|hoped|supports|opposes?|believes?|refuses|be willing|is willing|intends?|plans? to|pledg\w+|promis\w+|calls? for|concerns?)\b/i.test(
      words,
    )
  )
    return 'position'
  return 'event'
}
