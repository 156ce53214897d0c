import { describe, expect, it } from 'vitest'
import { claimReviewOf, claimReviewOfPage } from '../../server/reports/claim-review.ts'
import { judgeFeed, judgeReview } from '../../server/reports/claim-review-rules.ts'
import { listPublished } from '../../server/reports/published.ts'
import { aReport, firstPublic } from './a-report.ts'
import { isFalse, numbers, published, site } from './checks.ts'

const url = 'https://stet.example/reports/port-ellery/1-the-harbour-closed'
const judged = (markup: unknown) => judgeReview(markup, { url, numbers })

describe('the markup of a published check', () => {
  it('keeps every rule, and says all that is known', () => {
    const review = claimReviewOf(published(), site)
    expect(judged(review)).toEqual({ errors: [], advice: [] })
    expect(review).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url,
      claimReviewed: 'The harbour closed on Monday.',
      author: { '@type': 'Organization', name: 'The Bell', url: 'https://stet.example/' },
      datePublished: '2025-05-12T09:00:00.000Z',
      dateModified: '2025-05-13T09:00:00.000Z',
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'False',
        ratingValue: 1,
        bestRating: 5,
        worstRating: 1,
        ratingExplanation: 'Ships came in all day.',
      },
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Person', name: 'Ida Quist', sameAs: 'https://www.wikidata.org/wiki/Q1', jobTitle: 'Mayor' },
        datePublished: '2025-05',
        appearance: {
          '@type': 'CreativeWork',
          url: 'https://bell.example/port',
          headline: 'Port Ellery argues',
          datePublished: '2025-05-11',
          inLanguage: 'en',
          isPartOf: { '@type': 'CreativeWork', name: 'The Port Courier' },
        },
      },
    })
  })

  it('gives a label off the truth axis no number at all', () => {
    const rating = { ...isFalse, label: 'Unproven', value: null }
    const review = claimReviewOf(published({ rating }), site)
    expect(review?.reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'Unproven',
      ratingExplanation: 'Ships came in all day.',
    })
    expect(judged(review).errors).toEqual([])
  })

  it('types a claimant as the desk has, and nobody by default', () => {
    const typed = (kind: 'person' | 'organisation' | null) =>
      claimReviewOf(published({ claimant: { name: 'A', role: 'B', kind, sameAs: null } }), site)?.itemReviewed
    expect(typed('person')).toMatchObject({ author: { '@type': 'Person', name: 'A', jobTitle: 'B' } })
    expect(typed('organisation')).toMatchObject({ author: { '@type': 'Organization', name: 'A', description: 'B' } })
    expect(typed(null)).toMatchObject({ creditText: 'A, B' })
    expect(typed(null)).not.toHaveProperty('author')
    expect(claimReviewOf(published({ claimant: null }), site)?.itemReviewed).not.toHaveProperty('creditText')
  })

  it('leaves out what is not known rather than put another date or address in its place', () => {
    const article = { ...published().article, url: null, outlet: null, publishedOn: null }
    const publishedAt = '2025-05-12T09:00:00.000Z'
    const bare = published({ claimedOn: null, claimant: null, article, publishedAt, updatedAt: publishedAt })
    const review = claimReviewOf(bare, site)
    expect(review?.itemReviewed).toEqual({
      '@type': 'Claim',
      appearance: { '@type': 'CreativeWork', headline: 'Port Ellery argues', inLanguage: 'en' },
    })
    expect(review).not.toHaveProperty('dateModified')
    expect(judged(review).errors).toEqual([])
  })

  it('is the same in a list and on the page of the claim', async () => {
    const news = await aReport()
    const origin = 'https://stet.example'
    const [line] = await listPublished(news.db.reader, { limit: 1 })
    const page = await firstPublic(news)
    const review = claimReviewOfPage(page, { origin })
    expect(review).toEqual(line && claimReviewOf(line, { newsroom: page.newsroom, origin }))
    expect(judgeReview(review, { url: origin + page.path, numbers: new Map([['False', 1]]) }).errors).toEqual([])
    expect(claimReviewOfPage({ ...page, state: 'withdrawn', finding: null }, { origin })).toBe(undefined)
  })

  it('is none once the check is withdrawn', () => {
    expect(claimReviewOf(published({ state: 'withdrawn', rating: null, rationale: null }), site)).toBe(undefined)
  })
})

describe('the rules', () => {
  // Each of these was seen in the markup of another publisher.
  const good = claimReviewOf(published(), site)
  if (!good) throw new Error('There is a review')
  const { itemReviewed: claim, reviewRating: rating } = good
  const wrong: [string, unknown, string][] = [
    [
      'the date of the check as that of the claim',
      { ...good, itemReviewed: { ...claim, datePublished: good.datePublished } },
      'is the date of the check',
    ],
    [
      'a claim made after its check',
      { ...good, itemReviewed: { ...claim, datePublished: '2025-05-13' } },
      'comes after the check',
    ],
    ['a rating of 0', { ...good, reviewRating: { ...rating, ratingValue: 0 } }, 'must be 1 or more'],
    ['a scale from 0', { ...good, reviewRating: { ...rating, worstRating: 0 } }, 'must be 1 or more'],
    ['a rating that is no whole number', { ...good, reviewRating: { ...rating, ratingValue: 1.5 } }, 'whole number'],
    ['a number as text', { ...good, reviewRating: { ...rating, ratingValue: '1' } }, 'whole number'],
    [
      'a scale upside down',
      { ...good, reviewRating: { ...rating, bestRating: 1, worstRating: 5 } },
      'above its worstRating',
    ],
    ['a number beyond its scale', { ...good, reviewRating: { ...rating, ratingValue: 6 } }, 'outside of its range'],
    [
      'a number without its range',
      { ...good, reviewRating: { '@type': 'Rating', alternateName: 'False', ratingValue: 1 } },
      'or none of them',
    ],
    [
      'a number off the truth axis',
      { ...good, reviewRating: { ...rating, alternateName: 'Unproven', ratingValue: 3 } },
      'off the truth axis',
    ],
    ['a number that the label has not', { ...good, reviewRating: { ...rating, ratingValue: 2 } }, '“False” is 1'],
    [
      'a label that is none',
      { ...good, reviewRating: { ...rating, alternateName: 'falsch' } },
      'no label of the scale',
    ],
    ['no label', { ...good, reviewRating: { ...rating, alternateName: '' } }, 'must not be empty'],
    [
      'raw JSON as the appearance',
      { ...good, itemReviewed: { ...claim, appearance: '["https://bell.example/port"]' } },
      'must be an http or https address',
    ],
    [
      'an appearance that is no address',
      { ...good, itemReviewed: { ...claim, appearance: 'The Bell' } },
      'must be an http or https address',
    ],
    [
      'a claimant of another type',
      { ...good, itemReviewed: { ...claim, author: { '@type': 'Thing', name: 'Ida' } } },
      'must be Person or Organization',
    ],
    [
      'a claimant without a name',
      { ...good, itemReviewed: { ...claim, author: { '@type': 'Person', url: 'https://a.example/' } } },
      'needs a name',
    ],
    [
      'the rating within the claim',
      { ...good, claimReviewed: 'False: the harbour closed on Monday.' },
      'must not contain the rating',
    ],
    [
      'the rating after the claim',
      { ...good, claimReviewed: 'The harbour closed (false).' },
      'must not contain the rating',
    ],
    ['the address of another page', { ...good, url: 'https://stet.example/' }, 'address of the page'],
    ['an address within the server', { ...good, url: '/reports/1' }, 'http or https address'],
    ['no claim', { ...good, claimReviewed: ' ' }, 'must not be empty'],
    ['a date that is none', { ...good, datePublished: '12 May 2025' }, 'ISO 8601'],
    ['a day that there is not', { ...good, itemReviewed: { ...claim, datePublished: '2025-02-30' } }, 'ISO 8601'],
    ['a change before the check', { ...good, dateModified: '2025-05-11' }, 'before datePublished'],
    ['another type', { ...good, '@type': 'Review' }, '@type'],
  ]
  it.each(wrong)('find %s', (_what, markup, message) => {
    const { errors } = judged(markup)
    expect(errors.join('\n')).toContain(message)
    expect(errors.length).toBeLessThan(3)
  })

  it('let a claim say the word that is its rating, as a word', () => {
    expect(judged({ ...good, claimReviewed: 'The mayor’s figures are false.' }).errors).toEqual([])
  })

  it('say what would be better, where nothing is wrong', () => {
    const { errors, advice } = judged({ ...good, claimReviewed: 'x'.repeat(76), itemReviewed: { '@type': 'Claim' } })
    expect(errors).toEqual([])
    expect(advice.map((line) => line.split(':')[0])).toEqual([
      'claimReviewed',
      'itemReviewed.author',
      'itemReviewed.datePublished',
      'itemReviewed.appearance',
    ])
  })

  const feedOf = (...reviews: { url: string }[]) => ({
    '@type': 'DataFeed',
    dataFeedElement: reviews.map((review) => ({ '@type': 'DataFeedItem', url: review.url, item: [review] })),
  })

  it('find two reviews under one address', () => {
    expect(judgeFeed(feedOf(good), numbers).errors).toEqual([])
    expect(judgeFeed(feedOf(good, { ...good }), numbers).errors).toEqual([`url: two reviews are under ${url}`])
  })

  it('doubt a feed in which everybody is an organisation', () => {
    const by = (name: string, type = 'Organization') => ({
      ...good,
      url: `${url}/${name}`,
      itemReviewed: { ...claim, author: { '@type': type, name, sameAs: 'https://a.example/' } },
    })
    expect(judgeFeed(feedOf(by('a'), by('b'), by('c')), numbers).advice).toEqual([
      expect.stringContaining('every claimant'),
    ])
    expect(judgeFeed(feedOf(by('a'), by('b'), by('c', 'Person')), numbers).advice).toEqual([])
  })
})
