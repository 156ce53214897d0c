import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimKinds, claimStates, claimTags, claimants, claims, ratings, tags } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { type FacetKey, countFacets } from '../../server/claims/facets.ts'
import { readFilter } from '../../server/claims/filter.ts'
import { aSource, anItem } from '../evidence/harbour.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { validator } from '../support/validator.ts'
import { someClaims } from './list-claims.ts'

const shape = fc.record({
  state: fc.constantFrom(...claimStates),
  kind: fc.constantFrom(...claimKinds),
  priority: fc.constantFrom(1 as const, 2 as const, 3 as const),
  rating: fc.constantFrom(null, 'false', 'true'),
  assignee: fc.constantFrom(null, 'cleo' as const, 'ben' as const),
  claimant: fc.constantFrom(null, 1, 2),
  tags: fc.subarray([1, 2]),
  dueOn: fc.constantFrom(null, '2025-05-01', '2030-01-01'),
})
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

async function ratingIds({ db }: Newsroom) {
  const rows = await db.reader.select({ id: ratings.id, key: ratings.key }).from(ratings)
  return new Map(rows.map(({ id, key }) => [key, id]))
}

// What is known of a claim besides its tags, as its row has it.
async function rowsOf(news: Newsroom, shapes: Shape[]) {
  const ids = await ratingIds(news)
  return shapes.map(({ state, kind, priority, rating, assignee, claimant, dueOn }) => ({
    state,
    kind,
    priority,
    dueOn,
    claimantId: claimant,
    ratingId: rating ? (ids.get(rating) ?? null) : null,
    assigneeId: assignee ? news[assignee].id : null,
  }))
}

/** Claims of those shapes, that were of others before. */
async function changedInto(shapes: Shape[]): Promise<Newsroom> {
  const news = await newsroom()
  await write(news.db, async (tx) => {
    for (const name of ['Ann', 'Bo'])
      await tx.insert(claimants).values({ name, nameKey: name.toLowerCase(), createdAt: tx.now })
    for (const name of ['sand', 'sea']) await tx.insert(tags).values({ name, nameKey: name })
  })
  const before = await rowsOf(news, shapes.toReversed())
  const after = await rowsOf(news, shapes)
  const ids = await someClaims(news, shapes.length, (index) => before[index] ?? {})
  await write(news.db, async (tx) => {
    for (const [index, id] of ids.entries()) {
      await tx.insert(claimTags).values({ claimId: id, tagId: 1 })
      await tx
        .update(claims)
        .set(after[index] ?? {})
        .where(eq(claims.id, id))
      await tx.delete(claimTags).where(eq(claimTags.claimId, id))
      for (const tagId of shapes[index]?.tags ?? []) await tx.insert(claimTags).values({ claimId: id, tagId })
    }
  })
  return news
}

const names = ['', 'Ann', 'Bo']
const valuesOf: Record<FacetKey, (one: Shape, news: Newsroom) => string[]> = {
  state: ({ state }) => [state],
  kind: ({ kind }) => [kind],
  rating: ({ rating }) => [rating ?? 'none'],
  assignee: ({ assignee }, news) => [assignee ? String(news[assignee].id) : 'none'],
  claimant: ({ claimant }) => (claimant ? [names[claimant] ?? ''] : []),
  tag: (one) => one.tags.map((tag) => (tag === 1 ? 'sand' : 'sea')),
  article: () => ['1'],
}

type Choice = Record<string, string>
const matches: Record<string, (one: Shape, value: string) => boolean> = {
  state: ({ state }, value) => value === state,
  kind: ({ kind }, value) => value === kind,
  rating: ({ rating }, value) => value === (rating ?? 'none'),
  priority: ({ priority }, value) => value === String(priority),
  assignee: ({ assignee }, value) => (value === 'me' ? assignee === 'cleo' : assignee === null),
  claimant: ({ claimant }, value) => value === String(claimant),
  tag: (one, value) => one.tags.includes(value === 'sand' ? 1 : 2),
  due: ({ dueOn }, value) => value === 'none' && dueOn === null,
  q: (_one, value) => value === 'claim',
}

function expected(news: Newsroom, shapes: Shape[], { choice, key }: { choice: Choice; key: FacetKey }) {
  const others = Object.entries(choice).filter(([name]) => name !== key)
  const found = shapes.filter((one) => others.every(([name, value]) => matches[name]?.(one, value)))
  const listed = found.filter(({ state }) => key === 'state' || choice.state || state !== 'set_aside')
  const counts = new Map<string, number>()
  for (const value of listed.flatMap((one) => valuesOf[key](one, news))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries(counts)
}

const choices = fc.record(
  {
    state: fc.constantFrom(...claimStates),
    kind: fc.constantFrom(...claimKinds),
    rating: fc.constantFrom('none', 'false'),
    priority: fc.constantFrom('1', '2'),
    assignee: fc.constantFrom('me', 'none'),
    claimant: fc.constantFrom('1', '2'),
    tag: fc.constantFrom('sand', 'sea'),
    due: fc.constant('none'),
    q: fc.constantFrom('claim', 'nowhere'),
  },
  { requiredKeys: [] },
)

const ask = (news: Newsroom, choice: Choice, viewer = news.cleo) =>
  countFacets(news.db.reader, { viewer, filter: readFilter(choice).filter, today: news.clock.now() })

describe('the counts beside the list', () => {
  it('are those of a count by hand, whatever claims became and whatever is chosen', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(shape, { minLength: 8, maxLength: 25 }),
        fc.array(choices, { minLength: 15, maxLength: 15 }),
        async (shapes, asked) => {
          const news = await changedInto(shapes)
          for (const choice of [{}, ...asked]) {
            for (const { key, values, isLeast } of (await ask(news, choice)).facets) {
              const found = values.map((one) => [key === 'claimant' ? one.label : one.key, one.n])
              expect([choice, key, Object.fromEntries(found)]).toEqual([
                choice,
                key,
                expected(news, shapes, { choice, key }),
              ])
              expect(isLeast).toBe(false)
            }
          }
        },
      ),
      { numRuns: 3 },
    )
  })

  it('say nothing of confidential evidence to who may not see it', async () => {
    const news = await newsroom()
    const [one = 0] = await someClaims(news, 3, (index) => ({ state: index === 0 ? 'checking' : 'open' }))
    await anItem(news.db, news.cleo, one, await aSource(news.db, 'Talk', { confidential: true }))
    const states = async (viewer = news.cleo) => {
      const { facets } = await ask(news, { evidence: 'none' }, viewer)
      return facets.find(({ key }) => key === 'state')?.values.map(({ key, n }) => [key, n])
    }
    expect(await states(news.cleo)).toEqual([['open', 2]])
    expect(await states(news.rita)).toEqual([
      ['open', 2],
      ['checking', 1],
    ])
  })

  it('stop at two thousand, and say so', async () => {
    const news = await newsroom()
    await someClaims(news, 1)
    const copied =
      'article_id, version_id, statement, quote, quote_start, quote_end, prefix, suffix, created_at, changed_at'
    news.db.writer.sqlite
      .exec(`INSERT INTO claims (${copied}, number, kind) SELECT ${copied}, value, iif(value % 2, 'event', 'quote')
      FROM claims, (WITH RECURSIVE n (value) AS (SELECT 2 UNION ALL SELECT value + 1 FROM n WHERE value < 2003) SELECT value FROM n)`)
    const { facets } = await ask(news, { article: '1' })
    const kinds = facets.find(({ key }) => key === 'kind')
    expect(kinds?.isLeast).toBe(true)
    expect(kinds?.values.reduce((sum, { n }) => sum + n, 0)).toBe(2_001)
    const { text } = await (await news.as(news.cleo)).get('/claims/facets?article=1').expect(200)
    expect(text).toMatch(/1,00\d\+/)
  })
})

describe('the page of counts', () => {
  it('links each value to the list narrowed by it, and the chosen one to the list without', async () => {
    const news = await newsroom()
    await someClaims(news, 3, (index) => ({ state: index === 0 ? 'checking' : 'open' }))
    const browser = await news.as(news.rita)
    const { text } = await browser.get('/claims/facets?state=open&q=claim').expect(200)
    expect(text).toContain('<h1>Claims counted</h1>')
    expect(text).toContain('href="/claims?q=claim&amp;state=checking"')
    expect(text).toContain('href="/claims?q=claim" aria-current="true"')
    const part = await browser.get('/claims/facets').set('HX-Request-Type', 'partial').expect(200)
    expect(part.text.trim()).toMatch(/^<aside id="claim-facets"/)
    for (const html of [text, part.text]) {
      const report = await validator.validateString(html, 'facets')
      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
    }
    await news.visitor.get('/claims/facets').expect(303)
  })

  it('is fetched by the list for the filter in force', async () => {
    const news = await newsroom()
    await someClaims(news, 1)
    const { text } = await (await news.as(news.rita)).get('/claims?state=open').expect(200)
    expect(text).toContain('hx-get="/claims/facets?state=open"')
  })
})
