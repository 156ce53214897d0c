import { describe, expect, it } from 'vitest'
import { peer } from '../fetching/peer.ts'
import { newsroom } from '../support/newsroom.ts'
import { desk } from './files.ts'

const review = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/rent',
  claimReviewed: 'Rents rose by 40 %',
  author: { '@type': 'Organization', name: 'The Checkers' },
  datePublished: '2024-05-14T08:00:00+02:00',
  inLanguage: 'en-GB',
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Anna Berg' },
    datePublished: '2024-05-13',
  },
  reviewRating: { '@type': 'Rating', ratingValue: 2, bestRating: 5, worstRating: 1, alternateName: 'Mostly false' },
}
const other = (number: number, more: object = {}) => ({
  ...review,
  url: `https://checks.example/${number}`,
  claimReviewed: `Claim ${number}`,
  ...more,
})

const page = (...scripts: string[]) =>
  `<!doctype html><html lang="en"><head><title>Rent</title>\n${scripts
    .map((script) => `<script type="application/ld+json">${script}</script>`)
    .join('\n')}</head><body><p>Rents</p></body></html>`

describe('checks as others mark them up', () => {
  it.each([
    ['one', JSON.stringify(review)],
    ['a list', JSON.stringify([review])],
    ['a graph', JSON.stringify({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, review] })],
    ['a feed', JSON.stringify({ '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [review] }] })],
    ['a page', page('{"@type":"Organization"}', JSON.stringify(review))],
    ['an article that holds it', page(JSON.stringify({ '@type': 'NewsArticle', mainEntity: { review } }))],
  ])('become checks of other publishers: %s', async (_name, file) => {
    const news = await desk(await newsroom())
    const id = await news.takeIn(file)
    expect(await news.found(id)).toMatchObject({
      state: 'finished',
      added: 1,
      format: 'claim_review',
      target: 'checks',
    })
    const [check, ...more] = await news.checks()
    expect(more).toEqual([])
    expect(check).toMatchObject({
      publisher: 'The Checkers',
      url: 'https://checks.example/rent',
      title: 'Rents rose by 40 %',
      claim: 'Rents rose by 40 %',
      claimant: 'Anna Berg',
      statedOn: '2024-05-13',
      checkedOn: '2024-05-14',
      ratingLabel: 'Mostly false',
      ratingValue: 2,
      language: 'en-GB',
      importId: id,
    })
  })

  it('are taken as publishers write them, and what was not understood is said', async () => {
    const news = await desk(await newsroom())
    const odd = [
      other(1, { author: 'A text', itemReviewed: 'A text too', reviewRating: { alternateName: 'Pants on fire' } }),
      other(2, {
        claimReviewed: '&quot;Rents&quot; &amp;amp; <b>wages</b> rose',
        reviewRating: {
          '@type': ['Rating'],
          ratingValue: '5',
          bestRating: '10',
          worstRating: '0',
          ratingExplanation: 'x',
        },
        itemReviewed: [
          { '@type': 'CreativeWork' },
          { '@type': 'Claim', author: [{ name: 'First' }, { name: 'Second' }] },
        ],
        inLanguage: { '@type': 'Language', name: 'German', alternateName: 'de' },
      }),
      other(3, {
        author: undefined,
        datePublished: 'next week',
        inLanguage: 'our tongue',
        reviewRating: { ratingValue: 9 },
      }),
      other(4, {
        '@type': ['Review', 'http://schema.org/ClaimReview'],
        url: undefined,
        mainEntityOfPage: { '@id': '/4' },
      }),
      other(5, {
        url: { '@id': 'https://checks.example/5' },
        reviewRating: { ratingValue: -1, alternateName: 'Satire' },
      }),
      other(6, {
        claimReviewed: '',
        itemReviewed: { '@type': 'Claim', name: 'Named only' },
        author: { url: 'https://x' },
      }),
    ]
    const id = await news.takeIn(JSON.stringify(odd), { leaveOut: 'yes' })
    expect(await news.found(id)).toMatchObject({ added: 5, leftOut: 1 })
    const found = await news.checks()
    expect(found.map(({ publisher, claim, claimant }) => [publisher, claim, claimant])).toEqual([
      ['A text', 'Claim 1', null],
      ['The Checkers', '"Rents" & wages rose', 'First'],
      ['checks.example', 'Claim 3', 'Anna Berg'],
      ['The Checkers', 'Claim 5', 'Anna Berg'],
      ['checks.example', 'Named only', null],
    ])
    expect(found.map(({ ratingLabel, ratingValue }) => [ratingLabel, ratingValue])).toEqual([
      ['Pants on fire', 1],
      ['5 of 10', 3],
      ['9 of 5', null],
      ['Satire', null],
      ['Mostly false', 2],
    ])
    expect(found.map(({ language }) => language)).toEqual(['en-GB', 'de', 'en', 'en-GB', 'en-GB'])
    const text = await news.page(await news.send(JSON.stringify(odd)))
    expect(text).toContain('It does not say url, the address of the check.')
    for (const note of [
      '“next week”, was left out',
      '“our tongue”, is no tag',
      '9 is not between 1 and 5',
      'reviews 2 things',
    ])
      expect(text).toContain(note)
  })

  it('are known when they come again, and withdrawn as a whole', async () => {
    const news = await desk(await newsroom())
    const first = await news.takeIn(JSON.stringify([other(1), other(2), other(1)]))
    expect(await news.found(first)).toMatchObject({ added: 2, already: 1 })
    const second = await news.takeIn(page(JSON.stringify(other(2)), JSON.stringify(other(3))))
    expect(await news.found(second)).toMatchObject({ added: 1, already: 1 })
    await news.browser.post(`/imports/${first}/undoing`)
    await news.work()
    expect(await news.found(first)).toMatchObject({ state: 'undone', undone: 2 })
    expect((await news.checks()).map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([false, false, true])
  })

  it('are told of one by one where something is wrong, and the others are taken in', async () => {
    const news = await desk(await newsroom())
    const feed = `{"@type": "DataFeed", "name": "x",\n"dataFeedElement": [\n${JSON.stringify(other(1))},\n{"@type": "ClaimReview", "url": nothing},\n${JSON.stringify(other(2))},\n]}`
    const id = await news.send(feed)
    const text = await news.page(id)
    expect(text).toMatch(/Line 4:<\/strong> This is not well-formed JSON/)
    await news.plan(id, { leaveOut: 'yes', publisher: '', language: 'en' })
    await news.start(id)
    await news.work()
    expect(await news.found(id)).toMatchObject({ added: 2, leftOut: 1 })
  })

  it.each([
    ['a page without any', page('{"@type":"NewsArticle"}'), 'No check is marked up in this'],
    ['other JSON', '{"a": [1, 2]}', 'No check is marked up in this'],
  ])('are not there in %s', async (_name, file, message) => {
    const news = await desk(await newsroom())
    const answer = await news.upload(file, 'x.json')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
  })

  it('are fetched by the address of their page, which stands for the one they do not give', async () => {
    const site = await peer((req, res) => {
      if (req.url === '/gone') return void res.writeHead(404).end()
      if (req.url === '/plain') return void res.setHeader('Content-Type', 'text/html').end(page())
      res.setHeader('Content-Type', 'text/html').end(page(JSON.stringify({ ...review, url: undefined })))
    })
    const news = await desk(await newsroom({ FETCH_ALLOW: site.host }))
    const fetched = async (path: string) =>
      news.browser.post('/imports/fetch', { address: `${site.address}${path}`, file: '' })
    for (const [path, message] of [
      ['/gone', '<p class="problem"'],
      ['/plain', 'No check is marked up in this'],
    ] as const) {
      const answer = await fetched(path)
      expect([answer.status, answer.text.includes(message)]).toEqual([422, true])
      expect(answer.text).toContain(`value="${site.address}${path}"`)
    }
    const id = Number((await fetched('/rent')).headers.location?.split('/').at(-1))
    await news.plan(id, { language: 'fr' })
    await news.start(id)
    await news.work()
    expect(await news.checks()).toMatchObject([{ url: `${site.address}/rent`, claim: 'Rents rose by 40 %' }])
  })
})
