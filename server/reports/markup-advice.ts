import { type ClaimReview, claimReviewOfPage } from './claim-review.ts'
import { judgeReview } from './claim-review-rules.ts'
import type { ClaimPreview } from './preview.ts'
import { claimReviewLength } from './words.ts'

/** What search engines and other fact-checkers will miss in the markup of a check, or refuse it for, in a sentence; and where that is entered. */
export type MarkupAdvice = { says: string; where: 'claim' | 'claimant' | 'article' | null }

// Where the page will be makes no difference to what is said of it.
const origin = 'https://newsroom.example'

/** What to mend before the markup goes out, the errors first. What readers miss, too, is for `warningsOf` to tell. */
export function markupAdvice(page: ClaimPreview): MarkupAdvice[] {
  const markup = claimReviewOfPage(page, { origin })
  if (!markup) return []
  const { errors, advice } = judgeReview(markup, { url: markup.url, numbers: numbersOf(markup) })
  return [
    ...errors.map((line) => errorWords[pathIn(line)] ?? { says: `The markup breaks a rule. ${line}.`, where: null }),
    ...advice.flatMap((line) => adviceWords(page)[pathIn(line)] ?? []),
  ]
}

// Each line begins with the path of what it is about.
const pathIn = (line: string) => line.slice(0, line.indexOf(':'))

const numbersOf = ({ reviewRating }: ClaimReview) =>
  new Map([[reviewRating.alternateName, 'ratingValue' in reviewRating ? (reviewRating.ratingValue ?? null) : null]])

const errorWords: Record<string, MarkupAdvice> = {
  claimReviewed: { says: 'The statement gives the rating away. It has to be the claim alone.', where: 'claim' },
  'itemReviewed.datePublished': { says: 'By its date, it was said after it was checked.', where: 'claim' },
}

function adviceWords({ statement, claimant }: ClaimPreview): Record<string, MarkupAdvice> {
  const long = `The statement has ${statement.length} characters. Search engines and fact-check archives show about ${claimReviewLength}.`
  const unsaid = claimant && {
    'itemReviewed.author': `Whether ${claimant.name} is a person or an organisation is not said, so nobody is named as the author of the claim.`,
    'itemReviewed.author.sameAs': `No address of Wikidata or Wikipedia says which ${claimant.name} is meant.`,
  }
  return {
    claimReviewed: { says: long, where: 'claim' },
    ...(unsaid &&
      Object.fromEntries(Object.entries(unsaid).map(([path, says]) => [path, { says, where: 'claimant' }]))),
    'itemReviewed.datePublished': { says: 'When it was said is not known.', where: 'claim' },
    'itemReviewed.appearance.url': { says: 'The address of the article is not known.', where: 'article' },
  }
}
