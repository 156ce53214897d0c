import type { PublicClaimLine } from '../../server/reports/public.ts'

/** Whose checks they are, and where. */
export const site = { newsroom: 'The Bell', origin: 'https://stet.example' }

/** The numbers of the labels that the checks of these tests have. */
export const numbers = new Map<string, number | null>([
  ['True', 5],
  ['Half true', 3],
  ['False', 1],
  ['Unproven', null],
])

/** A rating on the axis of truth. */
export const isFalse = {
  scale: 'five-step',
  key: 'false',
  label: 'False',
  definition: 'It is not so.',
  value: 1,
  tone: 'false',
  shape: 'cross',
} as const

/** A published check about which everything is known, but for what a test wants otherwise. */
export const published = (wanted: Partial<PublicClaimLine> = {}): PublicClaimLine => ({
  key: 'r1.1',
  path: '/reports/port-ellery/1-the-harbour-closed',
  number: 1,
  state: 'published' as const,
  article: {
    title: 'Port Ellery argues',
    outlet: 'The Port Courier',
    byline: null,
    url: 'https://bell.example/port',
    publishedOn: '2025-05-11',
    language: 'en',
    kind: 'article' as const,
  },
  statement: 'The harbour closed on Monday.',
  quote: 'The harbour closed on Monday.',
  place: {
    prefix: '',
    suffix: ' Twelve boats stayed outside.',
    start: 0,
    end: 29,
    codePoints: { start: 0, end: 29 },
    textSha256: 'a'.repeat(64),
  },
  claimant: { name: 'Ida Quist', role: 'Mayor', kind: 'person' as const, sameAs: 'https://www.wikidata.org/wiki/Q1' },
  claimedOn: '2025-05',
  tags: [],
  rating: isFalse,
  rationale: 'Ships came in all day.',
  publishedAt: '2025-05-12T09:00:00.000Z',
  updatedAt: '2025-05-13T09:00:00.000Z',
  ...wanted,
})
