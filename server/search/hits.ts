import type { Conn } from '../../db/conn.ts'
import { indexes } from './indexes.ts'
import { type Texts, markedTexts, plainTexts } from './mark-store.ts'
import { type Piece, hasMark, marking, piecesOf } from './marks.ts'
import type { Query } from './query.ts'
import { articleRows, claimRows, commentRows, copyRows, sourceRows } from './row-store.ts'
import type { Found } from './store.ts'
import type { SearchKind } from './words.ts'

type Row<F extends (conn: Conn, ids: number[]) => Promise<unknown[]>> = Awaited<ReturnType<F>>[number]
type Shown = {
  title: Piece[]
  /** A stretch around what matched outside the title, and the column it is from. */
  excerpt: { column: string; pieces: Piece[] } | null
}

/** One thing that was found, and what is shown of it. */
export type Hit = Shown &
  (
    | { kind: 'claims'; row: Row<typeof claimRows> }
    | { kind: 'articles'; row: Row<typeof articleRows> }
    | { kind: 'sources'; row: Row<typeof sourceRows> }
    | { kind: 'copies'; row: Row<typeof copyRows> }
    | { kind: 'comments'; row: Row<typeof commentRows> }
  )

type Both = { byWords: Found[]; byNames: Found[]; match: ReadonlyMap<SearchKind, string>; query: Query }

/** What was found as it is shown, in the same order. */
export async function hitsOf(conn: Conn, { byWords, byNames, match, query }: Both): Promise<Hit[]> {
  const found = [...byWords, ...byNames]
  const words = query.clauses.flatMap(({ not, any }) => (not ? [] : any.map(({ text }) => text)))
  const matched = byWords.filter(({ kind }) => match.get(kind) !== '')
  const plain = found.filter((one) => !matched.includes(one))
  const texts = [
    ...(await markedTexts(conn, matched, match)),
    ...(await plainTexts(conn, plain, words[0] ?? '')).map(({ texts: some, ...rest }) => ({
      ...rest,
      texts: some.map((text) => text && marking(text, words)),
    })),
  ]
  const shown = new Map(texts.map((text) => [`${text.kind} ${text.id}`, shownOf(text)]))
  const hits = await rowsOf(conn, found, (kind, id) => shown.get(`${kind} ${id}`) ?? { title: [], excerpt: null })
  return found.flatMap(({ kind, id }) => hits.find((hit) => hit.kind === kind && hit.row.id === id) ?? [])
}

function shownOf({ kind, texts }: Texts): Shown {
  const columns = Object.keys(indexes[kind].columns)
  const isLong = (column: string | undefined) => column === 'text' || column === 'body'
  const title = isLong(columns[0]) ? [] : piecesOf(texts[0] ?? '')
  const at = columns.findIndex((column, index) => (index > 0 || isLong(column)) && hasMark(texts[index] ?? ''))
  const column = columns[at < 0 && isLong(columns[0]) ? 0 : at]
  const text = column && texts[columns.indexOf(column)]
  return { title, excerpt: column && text ? { column, pieces: piecesOf(text) } : null }
}

async function rowsOf(conn: Conn, found: Found[], shown: (kind: SearchKind, id: number) => Shown): Promise<Hit[]> {
  const idsOf = (wanted: SearchKind) => found.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  const some = async <T>(kind: SearchKind, read: (conn: Conn, ids: number[]) => Promise<T[]>): Promise<T[]> => {
    const ids = idsOf(kind)
    return ids.length === 0 ? [] : read(conn, ids)
  }
  const hits: Hit[] = []
  for (const row of await some('claims', claimRows)) hits.push({ kind: 'claims', row, ...shown('claims', row.id) })
  for (const row of await some('articles', articleRows)) hits.push({ kind: 'articles', row, ...shown('articles', row.id) })
  for (const row of await some('sources', sourceRows)) hits.push({ kind: 'sources', row, ...shown('sources', row.id) })
  for (const row of await some('copies', copyRows)) hits.push({ kind: 'copies', row, ...shown('copies', row.id) })
  for (const row of await some('comments', commentRows)) hits.push({ kind: 'comments', row, ...shown('comments', row.id) })
  return hits
}
