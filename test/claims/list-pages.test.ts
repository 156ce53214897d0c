import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claimants, claims, decisions, verdicts } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { isDown, plainSort, sorts } from '../../server/claims/filter.ts'
import { type Place, placeText, readCursor } from '../../server/claims/list-order.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { idsIn, linkIn, someClaims } from './list-claims.ts'

const count = 130
const days = ['2025-05-01', '2025-05-09', '2025-06-30', null] as const
const shape = fc.record({
  changed: fc.integer({ min: 0, max: 9 }),
  due: fc.integer({ min: 0, max: 3 }),
  priority: fc.constantFrom(1 as const, 2 as const, 3 as const),
  kind: fc.constantFrom('event' as const, 'quote' as const),
  state: fc.constantFrom('candidate' as const, 'open' as const, 'published' as const),
  evidenceCount: fc.integer({ min: 0, max: 3 }),
  publishedAt: fc.constantFrom(null, '2025-05-01T09:00:00.000Z', '2025-05-02T09:00:00.000Z'),
  claimantId: fc.constantFrom(null, 1, 2),
  assigneeId: fc.constantFrom(null, 3, 4),
  ratingId: fc.constantFrom(null, 1),
})
type Claim = (typeof shape extends fc.Arbitrary<infer T> ? T : never) & { id: number; day: string }
type Order = (one: Claim, other: Claim) => number

const rank = { candidate: 1, open: 2, published: 6 }
const reverse =
  (order: Order): Order =>
  (one, other) =>
    order(other, one)
const by =
  (key: (claim: Claim) => number | string): Order =>
  (one, other) => {
    const [first, second] = [key(one), key(other)]
    return first === second ? one.id - other.id : first < second ? -1 : 1
  }

const upwards: Record<Exclude<(typeof sorts)[number], `-${string}`>, Order> = {
  newest: by(({ id }) => id),
  oldest: by(({ id }) => id),
  changed: by(({ changed }) => changed),
  due: by(({ day }) => day),
  priority: by(({ priority }) => priority),
  number: by(({ id }) => id),
  statement: by(({ id }) => `claim ${id}.`),
  // The third person is Cleo, the fourth is Ben.
  assignee: by(({ assigneeId }) => -(assigneeId ?? 2)),
  claimant: by(({ claimantId }) => claimantId ?? 3),
  // The first rating of the scale is true, its number 5.
  rating: by(({ ratingId }) => (ratingId === null ? 9 : 5)),
  state: by(({ state }) => rank[state]),
  evidence: by(({ evidenceCount }) => evidenceCount),
  decided: by(({ id }) => id),
  published: by(({ publishedAt }) => publishedAt ?? ''),
}
const inOrder = (sort: (typeof sorts)[number]): Order =>
  isDown(sort) ? reverse(upwards[plainSort(sort)]) : upwards[plainSort(sort)]

type Page = { path: string; ids: number[] }

async function walk(news: Newsroom, from: string, rel: 'next' | 'prev'): Promise<Page[]> {
  const browser = await news.as(news.cleo)
  const pages: Page[] = []
  for (let path: string | undefined = from; path;) {
    const { text } = await browser.get(path).expect(200)
    pages.push({ path, ids: idsIn(text) })
    path = linkIn(text, rel)
  }
  return pages
}

it(
  'pages put together are the whole list in its order, read forwards and backwards',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { minLength: count, maxLength: count }), async (shapes) => {
        const news = await newsroom()
        await write(news.db, (tx) =>
          tx.insert(claimants).values(['Ann', 'Bo'].map((name) => ({ name, nameKey: name, createdAt: tx.now }))),
        )
        const ids = await someClaims(news, count, (index) => {
          const { changed = 0, due = 3, ...rest } = shapes[index] ?? {}
          return { ...rest, changedAt: `2025-05-12T09:00:00.00${changed}Z`, dueOn: days[due] ?? null }
        })
        const claims = shapes.map((one, index) => ({ ...one, id: ids[index] ?? 0, day: days[one.due] ?? '9999-99-99' }))
        for (const sort of sorts) {
          for (const kind of ['', 'event']) {
            const whole = claims.filter((one) => !kind || one.kind === kind).sort(inOrder(sort))
            const wanted = whole.map(({ id }) => id)
            const forth = await walk(news, `/claims?sort=${sort}${kind && `&kind=${kind}`}`, 'next')
            expect([sort, kind, forth.flatMap(({ ids }) => ids)]).toEqual([sort, kind, wanted])
            const back = await walk(news, forth.at(-1)?.path ?? '', 'prev')
            expect([sort, kind, back.reverse().flatMap(({ ids }) => ids)]).toEqual([sort, kind, wanted])
          }
        }
      }),
      { numRuns: 2 },
    )
  },
)

it('keeps what it sorts by when a decision, a rating or the name of a claimant comes or changes', async () => {
  const news = await newsroom()
  const [one = 0, two = 0] = await someClaims(news, 2)
  const kept = async () => {
    const rows = await news.db.reader.select().from(claims)
    return rows.map(({ decidedKey, ratingRank, claimantKey }) => [decidedKey, ratingRank, claimantKey])
  }
  expect(await kept()).toEqual([
    ['', 9, '\u{10FFFF}'],
    ['', 9, '\u{10FFFF}'],
  ])
  const given = { rationale: 'So it is.', ratingId: 1, number: 1, claimId: two }
  await write(news.db, async (tx) => {
    await tx.insert(claimants).values({ name: 'Ann', nameKey: 'ann', createdAt: tx.now })
    await tx.insert(verdicts).values({ ...given, authorId: news.cleo.id, createdAt: tx.now })
    const decided = { ...given, verdictId: 1, basis: 'single' as const, checkerId: news.cleo.id }
    await tx.insert(decisions).values({ ...decided, createdAt: '2025-05-01T09:00:00.000Z' })
    await tx.update(claims).set({ decisionId: 1, ratingId: 1, claimantId: 1 }).where(eq(claims.id, two))
    await tx.update(claimants).set({ nameKey: 'bo' })
  })
  expect(await kept()).toEqual([
    ['', 9, '\u{10FFFF}'],
    ['2025-05-01T09:00:00.000Z', 5, 'bo'],
  ])
  const browser = await news.as(news.rita)
  expect(idsIn((await browser.get('/claims?sort=decided')).text)).toEqual([two, one])
  expect(idsIn((await browser.get('/claims?sort=-rating')).text)).toEqual([one, two])
})

it('tells readers nothing of evidence they may not see by an order', async () => {
  const news = await newsroom()
  const ids = await someClaims(news, 3, (index) => ({ evidenceCount: index }))
  const [cleos, ritas] = [await news.as(news.cleo), await news.as(news.rita)]
  expect(idsIn((await cleos.get('/claims?sort=-evidence')).text)).toEqual(ids)
  const { text } = await ritas.get('/claims?sort=-evidence').expect(200)
  expect(idsIn(text)).toEqual(ids.toReversed())
  expect(text).toContain('The order by evidence is for those who may see all of it')
  expect(text).not.toContain('value="-evidence"')
  await ritas.get('/claims.csv?sort=-evidence').expect(400)
  await ritas.get('/claims.json?sort=evidence').expect(400)
})

it('leads from the head of a column to its order, and again to its other end', async () => {
  const news = await newsroom()
  await someClaims(news, 1)
  const browser = await news.as(news.cleo)
  expect((await browser.get('/claims?state=open')).text).toContain('href="/claims?state=open&amp;sort=rating">Verdict')
  const { text } = await browser.get('/claims?sort=rating').expect(200)
  expect(text).toContain('aria-sort="ascending"><a rel="nofollow" href="/claims?sort=-rating">Verdict')
})

it('a page stays where it is when claims come and go before it', async () => {
  const news = await newsroom()
  const ids = await someClaims(news, 60)
  const browser = await news.as(news.cleo)
  const next = linkIn((await browser.get('/claims')).text, 'next') ?? ''
  const before = idsIn((await browser.get(next)).text)
  await someClaims(news, 10)
  expect(idsIn((await browser.get(next)).text)).toEqual(before)
  expect(before).toEqual(ids.slice(0, 10).reverse())
})

it('reads a place back from an address as it was written', () => {
  const places: Record<string, Place> = {
    newest: { key: null, id: 12 },
    changed: { key: '2025-05-12T09:00:00.000Z', id: 12 },
    due: { key: '9999-99-99', id: 12 },
    priority: { key: 1, id: 12 },
    number: { key: 3, id: 12 },
    claimant: { key: 'ann_of the_bell', id: 12 },
    rating: { key: 9, id: 12 },
    '-evidence': { key: 120, id: 12 },
    published: { key: '', id: 12 },
  }
  for (const sort of sorts) {
    const place = places[sort]
    if (place) expect(readCursor({ after: placeText(place) }, sort)).toEqual({ cursor: { side: 'after', place } })
  }
})

it('reads no place out of nonsense', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.constantFrom(...sorts), (text, sort) => {
      fc.pre(!/\d$/.test(text))
      expect(readCursor({ before: text }, sort)).toMatchObject({ cursor: null, problem: expect.any(String) })
    }),
  )
  expect(readCursor({ after: '12', before: '13' }, 'newest').problem).toBeDefined()
})
