import { sql } from 'drizzle-orm'
import { type Conn, prepared } from '../../db/conn.ts'

/** How many precedents there are, and in how many of them each of the stems stands; stems that stand in none are left out. */
export async function countsOf(
  conn: Conn,
  stems: readonly string[],
): Promise<{ size: number; counts: Map<string, number> }> {
  const query = prepared(conn, 'precedents.counts', (c) =>
    c
      .select({ term: sql<string>`term`, count: sql<number>`doc` })
      .from(
        sql`(select '' as term, count(*) as doc from precedent_index_docsize union all
          select term, doc from precedent_terms where term in (select value from json_each(${sql.placeholder('stems')})))`,
      )
      .prepare(),
  )
  const counts = new Map(
    (await query.execute({ stems: JSON.stringify(stems) })).map(({ term, count }) => [term, count]),
  )
  const size = counts.get(whole) ?? 0
  counts.delete(whole)
  return { size, counts }
}

const whole = ''
const mostPlaces = 40

/** The places in the index that hold most of either words, by BM25. Both are queries in the language of FTS5. */
export async function placesHolding(conn: Conn, text: string, around: string): Promise<number[]> {
  const best = (words: string) => sql`select place from (select rowid as place from precedent_index
    where precedent_index match ${sql.placeholder(words)} order by rank limit ${sql.raw(String(mostPlaces))})`
  const query = prepared(conn, 'precedents.places', (c) =>
    c
      .select({ place: sql<number>`place` })
      .from(sql`(${best('text')} union ${best('around')})`)
      .prepare(),
  )
  return (await query.execute({ text, around })).map(({ place }) => place)
}
