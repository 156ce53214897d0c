import { expect, it } from 'vitest'
import { annotationCollection } from '../../server/annotations/annotation.ts'
import { publicAnnotations } from '../../server/annotations/article.ts'
import { published, site } from '../reports/checks.ts'
import { Collection } from './read-annotations.ts'

const report = {
  key: 'r1',
  slug: 'port-ellery',
  path: '/reports/port-ellery',
  newsroom: 'The Bell',
  method: null,
  article: published().article,
  publishedAt: '2025-05-12T09:00:00.000Z',
  updatedAt: '2025-05-12T09:00:00.000Z',
  otherClaims: null,
  claims: [published({ tags: ['ports'] }), published({ key: 'r1.2', state: 'withdrawn', rating: null })],
  corrections: [],
}

it('anchors each published claim by its words and its place, on the address of the article', () => {
  const collection = annotationCollection(publicAnnotations(report, site.origin))
  const { total, first } = Collection.parse(collection)
  expect([total, first.items.length]).toEqual([1, 1])
  const url = 'https://stet.example/reports/port-ellery/1-the-harbour-closed'
  expect(first.items[0]).toMatchObject({
    id: `${url}#annotation`,
    motivation: 'assessing',
    body: [
      { purpose: 'describing', value: 'The harbour closed on Monday.' },
      { purpose: 'assessing', value: 'False. Ships came in all day.' },
      { purpose: 'tagging', value: 'ports' },
      { purpose: 'linking', source: url },
    ],
    target: {
      source: 'https://bell.example/port',
      state: { type: 'TimeState', cached: 'ni:///sha-256;qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo' },
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: 'The harbour closed on Monday.',
          prefix: '',
          suffix: ' Twelve boats stayed outside.',
        },
        { type: 'TextPositionSelector', start: 0, end: 29 },
      ],
    },
  })
})

it('names an article without an address by the hash of its text', () => {
  const article = { ...report.article, url: null }
  const { first } = Collection.parse(annotationCollection(publicAnnotations({ ...report, article }, site.origin)))
  expect(first.items[0]?.target.source).toMatch(/^ni:\/\/\/sha-256;[\w-]{43}$/)
  expect(first.items[0]?.target).not.toHaveProperty('state')
})
