import type { Conn } from '../../db/conn.ts'
import { countIndependent } from './count.ts'
import { type Alike, type Grouping, type WeighedSource, groupSources } from './grouping.ts'
import { alikeAmong, alikeAmongEach } from './sketch.ts'

/** How the sources of some evidence count: as many as are independent, with the reasons, and which carry the same text. */
export type Independence = Grouping & { alike: Alike }

type Item = { withdrawnAt: string | null; source: WeighedSource }

/** How many of each list of sources are independent; for lists that may be told to whoever asks. */
export async function independentOf(conn: Conn, lists: readonly WeighedSource[][]): Promise<number[]> {
  const distinct = lists.map(distinctOf)
  const alike = await alikeAmongEach(
    conn,
    distinct.map((sources) => sources.map(({ id }) => id)),
  )
  return distinct.map((sources, index) => countIndependent(sources, alike[index]))
}

/** How the sources of the evidence that stands count. Only of items that the viewer may see: what is counted is told. */
export async function independenceOf(conn: Conn, items: readonly Item[]): Promise<Independence> {
  const standing = items.filter(({ withdrawnAt }) => withdrawnAt === null)
  const sources = distinctOf(standing.map(({ source }) => source))
  const alike = await alikeAmong(
    conn,
    sources.map(({ id }) => id),
  )
  return { ...groupSources(sources, alike), alike }
}

const distinctOf = (sources: readonly WeighedSource[]): WeighedSource[] => [
  ...new Map(sources.map((source) => [source.id, source])).values(),
]
