import type { Conn } from '../../db/conn.ts'
import { indexes } from './indexes.ts'
import { type Texts, isLong, markedTexts, plainTexts } from './mark-store.ts'
import { type Piece, hasMark, marking, piecesOf } from './marks.ts'
import type { Query, Term } from './query.ts'
import { articleRows, checkRows, claimRows, commentRows, copyRows, sourceRows } from './row-store.ts'
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
    | { kind: 'checks'; row: Row<typeof checkRows> }
    | { kind: 'comments'; row: Row<typeof commentRows> }
  )

type Both = { byWords: Found[]; byNames: Found[]; match: ReadonlyMap<SearchKind, string>; query: Query }

/** What was found as it is shown, in the same order. */
export async function hitsOf(conn: Conn, { byWords, byNames, match, query }: Both): Promise<Hit[]> {
  const found = [...byWords, ...byNames]
  const marked = await markedTexts(
    conn,
    byWords.filter(({ kind }) => match.get(kind) !== ''),
    match,
  )
  const done = new Map(marked.filter(isWhole).map((texts) => [keyOf(texts), texts]))
  const rest = found.filter((one) => !done.has(keyOf(one)))
  const words = query.clauses.flatMap(({ not, field, any }) => (not || field ? [] : any.map(beginningOf)))
  for (const { texts, ...one } of await plainTexts(conn, rest, words[0] ?? ''))
    done.set(keyOf(one), { ...one, texts: texts.map((text) => text && marking(text, words)) })
  const hits = await rowsOf(conn, found, (key) => shownOf(done.get(key)))
  return found.flatMap((one) => hits.find((hit) => keyOf({ kind: hit.kind, id: hit.row.id }) === keyOf(one)) ?? [])
}

const keyOf = ({ kind, id }: { kind: SearchKind; id: number }) => `${kind} ${id}`

/** Whether the text that is longest was short enough to be marked. */
const isWhole = ({ kind, texts }: Texts) =>
  Object.keys(indexes[kind].columns).every((column, at) => !isLong(column) || texts[at] !== null)

// By its beginning a word is found in most of its forms.
const beginningOf = ({ text, how }: Term) => (how === 'word' && text.length > 6 ? text.slice(0, -2) : text)

function shownOf(found: Texts | undefined): Shown {
  if (!found) return { title: [], excerpt: null }
  const columns = Object.keys(indexes[found.kind].columns)
  const texts = columns.map((column, at) => ({
    column,
    text: found.texts[at] ?? '',
    isTitle: at === 0 && !isLong(column),
  }))
  const title = piecesOf(texts.find(({ isTitle }) => isTitle)?.text ?? '')
  const known = matchesIn(title)
  const others = texts.filter(({ isTitle, text }) => !isTitle && text !== '')
  const excerpt =
    others.find(({ text }) => [...matchesIn(piecesOf(text))].some((word) => !known.has(word))) ??
    others.find(({ column, text }) => isLong(column) && hasMark(text)) ??
    others.find(({ column }) => column === columns[0])
  return { title, excerpt: excerpt ? { column: excerpt.column, pieces: piecesOf(excerpt.text) } : null }
}

const matchesIn = (pieces: Piece[]) =>
  new Set(pieces.flatMap(({ text, isMatch }) => (isMatch ? [text.toLowerCase()] : [])))

async function rowsOf(conn: Conn, found: Found[], shown: (key: string) => Shown): Promise<Hit[]> {
  const idsOf = (wanted: SearchKind) => found.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  const some = async <T>(kind: SearchKind, read: (conn: Conn, ids: number[]) => Promise<T[]>): Promise<T[]> => {
    const ids = idsOf(kind)
    return ids.length === 0 ? [] : read(conn, ids)
  }
  const hits: Hit[] = []
  for (const row of await some('claims', claimRows))
    hits.push({ kind: 'claims', row, ...shown(keyOf({ kind: 'claims', id: row.id })) })
  for (const row of await some('articles', articleRows))
    hits.push({ kind: 'articles', row, ...shown(keyOf({ kind: 'articles', id: row.id })) })
  for (const row of await some('sources', sourceRows))
    hits.push({ kind: 'sources', row, ...shown(keyOf({ kind: 'sources', id: row.id })) })
  for (const row of await some('copies', copyRows))
    hits.push({ kind: 'copies', row, ...shown(keyOf({ kind: 'copies', id: row.id })) })
  for (const row of await some('comments', commentRows))
    hits.push({ kind: 'comments', row, ...shown(keyOf({ kind: 'comments', id: row.id })) })
  for (const row of await some('checks', checkRows))
    hits.push({ kind: 'checks', row, ...shown(keyOf({ kind: 'checks', id: row.id })) })
  return hits
}
