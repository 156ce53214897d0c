import { canonicalLanguage } from '../articles/languages.ts'
import { readDate } from './dates.ts'
import { guessValue } from './guess.ts'
import type { Plan } from './plan.ts'
import { type Thing, addressOf, isA, isThing, listOf, nameOf, textOf } from './review-parts.ts'
import { type CheckRow, type Problem, checkKey } from './row.ts'

/** A check as it would be taken in, with what was not understood of it. */
export type ReadReview = { value: CheckRow; key: string; notes: string[] } | { problems: Problem[] }

/** Every ClaimReview in a value, however deep, but not what is itself reviewed. */
export function reviewsIn(value: unknown, depth = 0): Thing[] {
  if (depth > 12) return []
  if (Array.isArray(value)) return value.flatMap((one) => reviewsIn(one, depth + 1))
  if (!isThing(value)) return []
  if (isA(value, 'ClaimReview')) return [value]
  return Object.values(value).flatMap((one) => (typeof one === 'object' ? reviewsIn(one, depth + 1) : []))
}

/**
 * A check of another publisher as its markup tells of it, as far as publishers write it, with what was not understood; or what
 * it lacks. `plan.address` is that of the page it stood on.
 */
export function readReview(review: Thing, plan: Plan): ReadReview {
  const notes: string[] = []
  const problems: Problem[] = []
  const claims = listOf(review.itemReviewed).filter(isThing)
  const all = (read: (claim: Thing) => string) => claims.map(read).find((text) => text !== '') ?? ''
  const claim =
    textOf(review, 'claimReviewed') ||
    all((one) => (isA(one, 'Claim') ? textOf(one, 'text', 'description', 'name') : ''))
  const url = addressOf(review, plan.address, 'url', 'mainEntityOfPage', '@id') || (plan.address ?? '')
  const rating = ratingOf(review, notes)
  if (claim === '') problems.push(lacks('claimReviewed, the claim'))
  if (claim.length > 2_000) problems.push({ column: undefined, problem: 'The claim is longer than 2,000 characters.' })
  if (url === '') problems.push(lacks('url, the address of the check'))
  if (rating.label === '') problems.push(lacks('a rating: alternateName or ratingValue of reviewRating'))
  const publisher =
    nameOf(review, 'author', 'publisher', 'sdPublisher') || plan.publisher || URL.parse(url)?.host.replace(/^www\./, '')
  if (problems.length > 0) return { problems }
  const value: CheckRow = {
    kind: 'checks',
    publisher: publisher ?? '',
    url,
    title: (textOf(review, 'name', 'headline') || claim).replaceAll('\n', ' ').slice(0, 500),
    claim,
    claimant: all((one) => nameOf(one, 'author', 'creator')) || null,
    statedOn: dateOf(
      all((one) => textOf(one, 'datePublished', 'dateCreated')),
      'The date of the claim',
      notes,
    ),
    checkedOn: dateOf(textOf(review, 'datePublished', 'dateCreated', 'dateModified'), 'The date of the check', notes),
    ratingLabel: rating.label,
    ratingValue: rating.value,
    language: languageOf(review, plan, notes),
  }
  if (claims.length > 1) notes.push(`It reviews ${claims.length} things as one. The first who said it was taken.`)
  return { value, key: checkKey(value), notes }
}

const lacks = (what: string): Problem => ({
  column: undefined,
  problem: `It does not say ${what}. Enter this check by hand, or leave it out.`,
})

function ratingOf(review: Thing, notes: string[]): { label: string; value: number | null } {
  const rating = listOf(review.reviewRating).find(isThing) ?? {}
  const number = (name: string, otherwise: number) => {
    const text = textOf(rating, name).replace(',', '.')
    return text === '' ? otherwise : Number(text)
  }
  const [value, best, worst] = [number('ratingValue', NaN), number('bestRating', 5), number('worstRating', 1)]
  const text = textOf(rating, 'alternateName', 'name') || textOf(review, 'reviewRating')
  const label = text || (Number.isFinite(value) ? `${value} of ${best}` : '')
  const share = (value - worst) / (best - worst)
  const isOnScale = Number.isFinite(share) && share >= 0 && share <= 1
  if (Number.isFinite(value) && !isOnScale && value > 0)
    notes.push(`Its rating ${value} is not between ${worst} and ${best}, so only “${label.slice(0, 80)}” was taken.`)
  const guessed = guessValue(label)
  return {
    label: label.replaceAll('\n', ' ').slice(0, 200),
    value: isOnScale ? Math.round(1 + 4 * share) : guessed === '' ? null : Number(guessed),
  }
}

function dateOf(text: string, what: string, notes: string[]): string | null {
  if (text === '') return null
  const read = readDate(text, undefined)
  if ('date' in read) return read.date
  notes.push(
    `${what}, “${text.slice(0, 40)}”, was left out: ${'unsure' in read ? 'day and month may be either way round.' : 'it cannot be read.'}`,
  )
  return null
}

function languageOf(review: Thing, plan: Plan, notes: string[]): string {
  const language = listOf(review.inLanguage)[0]
  const text = isThing(language)
    ? textOf(language, 'alternateName', 'name')
    : typeof language === 'string'
      ? language
      : ''
  const tag = canonicalLanguage(text.replaceAll('_', '-'))
  if (text !== '' && !tag)
    notes.push(`Its language, “${text.slice(0, 40)}”, is no tag of one, so it counts as ${plan.language}.`)
  return tag ?? plan.language
}
