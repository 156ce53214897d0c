import { z } from 'zod'
import { partialDateProblem } from '../values/partial-date.ts'
import { claimReviewLength } from './words.ts'

/** What breaks a rule, and what is allowed but would be better otherwise; each line begins with the path of what it is about, and a colon. */
export type Judged = { errors: string[]; advice: string[] }

/** The page that carries the markup, and the number of each label of its scale: null for one beside the axis of truth. */
type Page = { url: string; numbers: ReadonlyMap<string, number | null> }

const text = z.string().refine((value) => value.trim() !== '', 'must not be empty')
const address = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })
const date = z.string().refine(isDate, 'must be a date or an instant of ISO 8601')
const isoDate = /^(\d{4}(?:-\d{2}){0,2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/

function isDate(value: string): boolean {
  const [whole, day = ''] = isoDate.exec(value) ?? []
  return whole !== undefined && partialDateProblem(day) === undefined
}

const someone = z
  .looseObject({
    '@type': z.enum(['Person', 'Organization'], 'must be Person or Organization'),
    name: text.optional(),
    url: address.optional(),
    sameAs: z.union([address, z.array(address)]).optional(),
  })
  .refine(({ name, url }) => name !== undefined || url !== undefined, 'needs a name or an address')

const work = z.looseObject({
  '@type': z.string(),
  url: address.optional(),
  headline: text.optional(),
  datePublished: date.optional(),
})
const appearance = z.union([address, work], 'must be an address or a CreativeWork')

const whole = z.int('must be a whole number').min(1, 'must be 1 or more')
const rating = z
  .looseObject({
    '@type': z.literal('Rating'),
    alternateName: text,
    ratingValue: whole.optional(),
    bestRating: whole.optional(),
    worstRating: whole.optional(),
    ratingExplanation: text.optional(),
  })
  .superRefine(({ ratingValue: value, bestRating: best, worstRating: worst }, context) => {
    const given = [value, best, worst].filter((number) => number !== undefined)
    const wrong = (message: string) => context.addIssue({ code: 'custom', message })
    if (given.length !== 0 && given.length !== 3)
      wrong('needs ratingValue, bestRating and worstRating, or none of them')
    if (value === undefined || best === undefined || worst === undefined) return
    if (worst >= best) wrong('needs a bestRating above its worstRating')
    if (value < worst || value > best) wrong('has a ratingValue outside of its range')
  })

const claim = z.looseObject({
  '@type': z.literal('Claim'),
  author: someone.refine(({ name }) => name !== undefined, 'needs a name').optional(),
  datePublished: date.optional(),
  appearance: z.union([appearance, z.array(appearance)], 'must be an address or a CreativeWork').optional(),
  firstAppearance: appearance.optional(),
})

const review = z.looseObject({
  '@context': z.string().regex(/^https?:\/\/schema\.org\/?$/, 'must be schema.org'),
  '@type': z.literal('ClaimReview'),
  url: address,
  claimReviewed: text,
  reviewRating: rating,
  author: someone.optional(),
  itemReviewed: claim.optional(),
  datePublished: date.optional(),
  dateModified: date.optional(),
})

type Review = z.output<typeof review>

/** Holds the markup of a page against the published rules of ClaimReview, and against what is known to go wrong elsewhere. */
export function judgeReview(markup: unknown, page: Page): Judged {
  const read = review.safeParse(markup)
  if (!read.success) return { errors: read.error.issues.map(told), advice: [] }
  return {
    errors: [...placeErrors(read.data, page), ...ratingErrors(read.data, page), ...dateErrors(read.data)],
    advice: adviceOn(read.data),
  }
}

const told = ({ path, message }: z.core.$ZodIssue) => `${path.join('.') || 'The whole'}: ${message}`

function placeErrors({ url }: Review, page: Page): string[] {
  return url === page.url ? [] : ['url: must be the address of the page that carries the markup']
}

function ratingErrors({ claimReviewed, reviewRating }: Review, { numbers }: Page): string[] {
  const { alternateName: label, ratingValue } = reviewRating
  const number = numbers.get(label)
  const told = [
    number === undefined && `reviewRating.alternateName: “${label}” is no label of the scale`,
    number === null && ratingValue !== undefined && `reviewRating.ratingValue: “${label}” lies off the truth axis`,
    typeof number === 'number' && ratingValue !== number && `reviewRating.ratingValue: “${label}” is ${number}`,
    namesRating(claimReviewed, label) && 'claimReviewed: must not contain the rating',
  ]
  return told.filter((error) => error !== false)
}

// A claim may well say “false”; a label set off from it is the rating.
function namesRating(statement: string, label: string): boolean {
  const [said, word] = [statement.toLowerCase(), label.toLowerCase()]
  return (
    [`${word}:`, `${word} –`, `${word} —`, `[${word}]`].some((start) => said.startsWith(start)) ||
    [`: ${word}`, `– ${word}`, `— ${word}`, `(${word})`, `[${word}]`].some((end) =>
      said.replace(/[.!]$/, '').endsWith(end),
    )
  )
}

function dateErrors({ datePublished: checked, dateModified: changed, itemReviewed }: Review): string[] {
  const said = itemReviewed?.datePublished
  const told = [
    said !== undefined && said === checked && 'itemReviewed.datePublished: is the date of the check, not of the claim',
    said !== undefined &&
      checked !== undefined &&
      isAfter(said, checked) &&
      'itemReviewed.datePublished: comes after the check',
    checked !== undefined &&
      changed !== undefined &&
      isAfter(checked, changed) &&
      'dateModified: comes before datePublished',
  ]
  return told.filter((error) => error !== false)
}

// As far as both are known: 2025 is not after 2025-04-23.
function isAfter(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) > other.slice(0, length)
}

function adviceOn({ claimReviewed, reviewRating, author, itemReviewed, datePublished }: Review): string[] {
  const told = [
    claimReviewed.length > claimReviewLength &&
      `claimReviewed: is longer than ${claimReviewLength} characters, and may be cut`,
    !author && 'author: says nobody who checked',
    !datePublished && 'datePublished: is not there',
    reviewRating.ratingExplanation === undefined && 'reviewRating.ratingExplanation: is not there',
    !itemReviewed && 'itemReviewed: is not there',
    itemReviewed &&
      !itemReviewed.author &&
      'itemReviewed.author: nobody is named, or nobody has said whether a person or an organisation',
    itemReviewed?.author && itemReviewed.author.sameAs === undefined && 'itemReviewed.author.sameAs: is not there',
    itemReviewed && !itemReviewed.datePublished && 'itemReviewed.datePublished: when it was said is not there',
    itemReviewed &&
      !itemReviewed.appearance &&
      !itemReviewed.firstAppearance &&
      'itemReviewed.appearance: is not there',
    isPlaceless(itemReviewed) && 'itemReviewed.appearance.url: is not there',
  ]
  return told.filter((advice): advice is string => typeof advice === 'string')
}

// An appearance that is told of, without an address.
function isPlaceless(claim: Review['itemReviewed']): boolean {
  const there = [claim?.appearance ?? [], claim?.firstAppearance ?? []].flat()
  return there.length > 0 && there.every((one) => typeof one !== 'string' && one.url === undefined)
}

const item = z.looseObject({ url: z.string(), item: z.array(z.unknown()) })
const feed = z.looseObject({ '@type': z.literal('DataFeed'), dataFeedElement: z.array(item) })

/** The same of a whole feed: each review by itself, and all of them together. */
export function judgeFeed(markup: unknown, numbers: Page['numbers']): Judged {
  const read = feed.safeParse(markup)
  if (!read.success) return { errors: read.error.issues.map(told), advice: [] }
  const carried = read.data.dataFeedElement.flatMap(({ url, item: reviews }) => reviews.map((one) => ({ url, one })))
  const judged = carried.map(({ url, one }) => judgeReview(one, { url, numbers }))
  const seen = carried.map(({ url }) => url)
  const twice = [...new Set(seen.filter((url, at) => seen.indexOf(url) !== at))]
  return {
    errors: [...judged.flatMap(({ errors }) => errors), ...twice.map((url) => `url: two reviews are under ${url}`)],
    advice: [...judged.flatMap(({ advice }) => advice), ...sameType(carried.map(({ one }) => one))],
  }
}

const typed = z.looseObject({
  itemReviewed: z.looseObject({ author: z.looseObject({ '@type': z.string(), name: z.string() }) }),
})

function sameType(reviews: unknown[]): string[] {
  const authors = reviews.flatMap((one) => typed.safeParse(one).data?.itemReviewed.author ?? [])
  const names = new Set(authors.map(({ name }) => name))
  const isSuspect = names.size > 2 && authors.every((author) => author['@type'] === 'Organization')
  return isSuspect ? ['itemReviewed.author: every claimant is an Organization; is that so?'] : []
}
