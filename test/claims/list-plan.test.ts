import { expect, it } from 'vitest'
import { readFilter } from '../../server/claims/filter.ts'
import { listClaims } from '../../server/claims/list.ts'
import { aClaim, anArticle } from './port-ellery.ts'
import { someClaims } from './list-claims.ts'
import { newsroom } from '../support/newsroom.ts'

type Kept = { getQuery: () => { sql: string; params: unknown[] } }

const queries = [
  '',
  'state=open',
  'state=all',
  'rating=false',
  'rating=none',
  'claimant=1',
  'reported_by=2',
  'article=1',
  'tag=sand',
  'assignee=me',
  'assignee=none',
  'kind=event',
  'priority=1',
  'due=overdue',
  'due=week',
  'due=none',
  'evidence=none',
  'sort=oldest',
  'sort=changed',
  'sort=due',
  'sort=priority',
  'sort=number',
  'sort=-number',
  'sort=claimant',
  'sort=statement',
  'sort=-assignee',
  'sort=rating',
  'sort=-state',
  'sort=evidence',
  'sort=decided',
  'sort=published',
  'kind=event&state=decided',
]

// SQLite says how it would run each statement that a page kept: neither through every row, nor by sorting what it found.
it.each(queries)('reads the page and its count by an index: %s', async (query) => {
  const news = await newsroom()
  const { db, cleo } = news
  await aClaim(db, cleo, await anArticle(db, cleo), { claimant: 'Ann', reportedBy: 'The Bell', tags: ['sand'] })
  await someClaims(news, 60)
  const { filter } = readFilter(Object.fromEntries(new URLSearchParams(query)))
  const before = new Set(db.reader.statements.keys())
  for (const side of ['after', 'before'] as const) {
    const place = { key: filter.sort === 'newest' || filter.sort === 'oldest' ? null : 'x', id: 30 }
    await listClaims(db.reader, { viewer: cleo, filter, cursor: null, today: db.clock.now() })
    await listClaims(db.reader, { viewer: cleo, filter, cursor: { side, place }, today: db.clock.now() })
  }
  const added = [...db.reader.statements].filter(
    ([name]) => !before.has(name) && /^claims\.list (rows|count)/.test(name),
  )
  expect(added.length).toBeGreaterThanOrEqual(4)
  for (const [name, statement] of added) {
    // Whatever drizzle prepared has the text it was prepared from.
    const { sql } = (statement as Kept).getQuery()
    const plan = db.writer.sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => 1)) as {
      detail: string
    }[]
    const steps = plan.map(({ detail }) => detail)
    expect([name, steps.filter((step) => /TEMP B-TREE|AUTOMATIC/.test(step))]).toEqual([name, []])
    expect([name, steps.filter((step) => isWholeScan(step, { query, name }))]).toEqual([name, []])
  }
})

// The first page of everything begins at an end of the table or of an index, and stops after 51 rows or a count of 1,001.
function isWholeScan(step: string, { query, name }: { query: string; name: string }): boolean {
  if (!step.startsWith('SCAN') || step === 'SCAN listed') return false
  const unfiltered = query === '' || query === 'state=all' || query.startsWith('sort=')
  return !(unfiltered || query === 'evidence=none') || (name.includes('after') && query !== 'evidence=none')
}
