import type { PublicArticle } from '../../db/schema/index.ts'
import type { PublicClaimant } from './content.ts'
import type { PublicClaim, PublicClaimLine } from './public.ts'

/** Who says it: the newsroom, and the address of this server without a slash at its end. */
export type Site = { newsroom: string; origin: string }

type Reviewed = Pick<
  PublicClaimLine,
  'path' | 'statement' | 'claimant' | 'claimedOn' | 'article' | 'rating' | 'rationale' | 'publishedAt' | 'updatedAt'
>

export type ClaimReview = ReturnType<typeof reviewOf>

/**
 * A published check as schema.org’s ClaimReview, by the rules that Google and the fact-checkers’ feeds publish; undefined once it is
 * withdrawn. What is not known is left out, and a rating beside the axis of truth has no number.
 */
export function claimReviewOf(claim: PublicClaimLine, site: Site): ClaimReview | undefined {
  const { rating, rationale } = claim
  return rating && claim.state === 'published' ? reviewOf({ ...claim, rating, rationale }, site) : undefined
}

/** The same of the page of a claim. */
export const claimReviewOfPage = (
  claim: Omit<PublicClaim, 'history'>,
  { origin }: Pick<Site, 'origin'>,
): ClaimReview | undefined =>
  claim.finding && claim.state === 'published'
    ? reviewOf({ ...claim, ...claim.finding }, { newsroom: claim.newsroom, origin })
    : undefined

type Rating = NonNullable<Reviewed['rating']>

function reviewOf(claim: Reviewed & { rating: Rating }, { newsroom, origin }: Site) {
  const { path, statement, rating, rationale, publishedAt, updatedAt } = claim
  return {
    '@context': 'https://schema.org' as const,
    '@type': 'ClaimReview' as const,
    url: origin + path,
    claimReviewed: statement,
    author: { '@type': 'Organization' as const, name: newsroom, url: `${origin}/` },
    datePublished: publishedAt,
    ...(updatedAt !== publishedAt && { dateModified: updatedAt }),
    reviewRating: ratingOf(rating, rationale),
    itemReviewed: claimOf(claim),
  }
}

function ratingOf({ label, value }: Rating, rationale: string | null) {
  return {
    '@type': 'Rating' as const,
    alternateName: label,
    ...(value !== null && { ratingValue: value, bestRating: 5, worstRating: 1 }),
    ...(rationale && { ratingExplanation: rationale }),
  }
}

function claimOf({ claimant, claimedOn, article }: Reviewed) {
  return {
    '@type': 'Claim' as const,
    ...(claimant && saidBy(claimant)),
    // When it was said. When it was checked is another date, and stands in its place for nothing.
    ...(claimedOn && { datePublished: claimedOn }),
    appearance: appearanceOf(article),
  }
}

// An author has to be a person or an organisation; where the desk has not said which, the name alone is told, and nothing guessed.
function saidBy({ name, role, kind, sameAs }: PublicClaimant) {
  if (kind === null) return { creditText: role ? `${name}, ${role}` : name }
  const known = { name, ...(sameAs && { sameAs }) }
  return {
    author:
      kind === 'person'
        ? { '@type': 'Person' as const, ...known, ...(role && { jobTitle: role }) }
        : { '@type': 'Organization' as const, ...known, ...(role && { description: role }) },
  }
}

function appearanceOf({ url, title, outlet, publishedOn, language }: PublicArticle) {
  return {
    '@type': 'CreativeWork' as const,
    ...(url && { url }),
    headline: title,
    ...(publishedOn && { datePublished: publishedOn }),
    inLanguage: language,
    ...(outlet && { isPartOf: { '@type': 'CreativeWork' as const, name: outlet } }),
  }
}
