import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sorts } from '../../server/claims/filter.ts'
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
})
type Claim = { id: number; changed: number; due: string; priority: number; kind: string }

const inOrder: Record<(typeof sorts)[number], (one: Claim, other: Claim) => number> = {
  newest: (one, other) => other.id - one.id,
  oldest: (one, other) => one.id - other.id,
  changed: (one, other) => other.changed - one.changed || other.id - one.id,
  due: (one, other) => one.due.localeCompare(other.due) || one.id - other.id,
  priority: (one, other) => one.priority - other.priority || one.id - other.id,
  number: (one, other) => one.id - other.id,
}

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
        const ids = await someClaims(news, count, (index) => {
          const { changed = 0, due = 3, ...rest } = shapes[index] ?? {}
          return { ...rest, changedAt: `2025-05-12T09:00:00.00${changed}Z`, dueOn: days[due] ?? null }
        })
        const claims = shapes.map((one, index) => ({ ...one, id: ids[index] ?? 0, due: days[one.due] ?? '9999-99-99' }))
        for (const sort of sorts) {
          for (const kind of ['', 'event']) {
            const whole = claims.filter((one) => !kind || one.kind === kind).sort(inOrder[sort])
            const wanted = whole.map(({ id }) => id)
            const forth = await walk(news, `/claims?sort=${sort}${kind && `&kind=${kind}`}`, 'next')
            expect([sort, kind, forth.flatMap(({ ids }) => ids)]).toEqual([sort, kind, wanted])
            const back = await walk(news, forth.at(-1)?.path ?? '', 'prev')
            expect([sort, kind, back.reverse().flatMap(({ ids }) => ids)]).toEqual([sort, kind, wanted])
          }
        }
      }),
      { numRuns: 4 },
    )
  },
)

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
