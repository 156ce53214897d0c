import { claims } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import type { Newsroom } from '../support/newsroom.ts'
import { anArticle, placeOf } from './port-ellery.ts'

type Row = typeof claims.$inferInsert

/** Fills the newsroom with plain claims of one article; `vary` gives each what a test wants otherwise. Returns their ids. */
export async function someClaims(news: Newsroom, count: number, vary: (index: number) => Partial<Row> = () => ({})) {
  const { articleId, versionId } = await anArticle(news.db, news.cleo)
  const { start, end } = placeOf('the silting has been slowing')
  const rows = Array.from({ length: count }, (_, index): Row => {
    const place = { quote: 'the silting has been slowing', quoteStart: start, quoteEnd: end, prefix: '', suffix: '' }
    const at = new Date(news.clock.now().getTime() + index).toISOString()
    const plain = { statement: `Claim ${index + 1}.`, kind: 'event', createdAt: at, changedAt: at } as const
    return { articleId, versionId, number: index + 1, ...place, ...plain, ...vary(index) }
  })
  return write(news.db, async (tx) => {
    const ids: number[] = []
    for (const row of rows) {
      const [added] = await tx.insert(claims).values(row).returning({ id: claims.id })
      ids.push(added?.id ?? 0)
    }
    return ids
  })
}

/** The ids of the claims on a page, in their order. */
export const idsIn = (page: string): number[] =>
  [...page.matchAll(/<tr id="claim-(\d+)">/g)].map(([, id]) => Number(id))

/** Where a link of a page leads, by its `rel`. */
export const linkIn = (page: string, rel: 'next' | 'prev'): string | undefined =>
  new RegExp(`rel="${rel}" href="([^"]+)"`).exec(page)?.[1]?.replaceAll('&amp;', '&')
