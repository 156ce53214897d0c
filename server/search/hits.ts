import type { Conn } from '../../db/conn.ts'
import { indexes } from './indexes.ts'
import { type Texts, isLong, markedTexts, plainTexts } from './mark-store.ts'
import { type Piece, hasMark, marking, marks, piecesOf, unmarked } from './marks.ts'
import type { Query, Term } from './query.ts'
import { articleRows, checkRows, claimRows, commentRows, copyRows, sourceRows } from './row-store.ts'
import { pieceStarts } from './copy-store.ts'
import type { Found } from './store.ts'
import type { SearchKind } from './words.ts'

type Row<F extends (conn: Conn, ids: number[]) => Promise<unknown[]>> = Awaited<ReturnType<F>>[number]
type Shown = {
  title: Piece[]
  /** A stretch around what matched outside the title, and the column it is from. */
  excerpt: { column: string; pieces: Piece[] } | null
}

/** Where the first match stands in the text, in UTF-16 code units. */
type Place = { start: number; end: number }

/** One thing that was found, and what is shown of it. */
export type Hit = Shown &
  (
    | { kind: 'claims'; row: Row<typeof claimRows> }
    | { kind: 'articles'; row: Row<typeof articleRows> }
    | { kind: 'sources'; row: Row<typeof sourceRows> }
    | { kind: 'checks'; row: Row<typeof checkRows> }
    | { kind: 'copies'; row: Row<typeof copyRows>; place: Place | undefined }
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
  const done = new Map(marked.filter(isWhole).map((texts) => [rowKey(texts), texts]))
  const rest = found.filter((one) => !done.has(rowKey(one)))
  const words = query.clauses.flatMap(({ not, field, any }) => (not || field ? [] : any.map(beginningOf)))
  for (const { texts, ...one } of await plainTexts(conn, rest, words[0] ?? ''))
    done.set(rowKey(one), { ...one, texts: texts.map((text) => text && marking(text, words)) })
  const texts = new Map(found.map((one) => [keyOf(one), done.get(rowKey(one))]))
  const hits = await rowsOf(conn, found, (key) => texts.get(key))
  return found.flatMap((one) => hits.find((hit) => keyOf({ kind: hit.kind, id: hit.row.id }) === keyOf(one)) ?? [])
}

const rowKey = ({ kind, row }: { kind: SearchKind; row: number }) => `${kind} ${row}`
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

/** Where what the stretch marks first stands in the whole text, of which the piece begins at `start`. */
function placeIn({ texts, whole }: Texts, start: number | undefined): Place | undefined {
  const [stretch] = texts
  const match = stretch && piecesOf(stretch).find(({ isMatch }) => isMatch)
  if (!match || whole === null || start === undefined) return undefined
  const before = stretch.slice(0, stretch.indexOf(marks.begin))
  const shown = unmarked(stretch)
  const piece = unmarked(whole)
  const begin = before.startsWith('…') && !piece.includes(shown.slice(0, -1)) ? 1 : 0
  const at = piece.indexOf(shown.slice(begin).replace(/…$/u, ''))
  if (at < 0) return undefined
  const from = start + at + before.length - begin
  return { start: from, end: from + match.text.length }
}

const matchesIn = (pieces: Piece[]) =>
  new Set(pieces.flatMap(({ text, isMatch }) => (isMatch ? [text.toLowerCase()] : [])))

async function rowsOf(conn: Conn, found: Found[], textsOf: (key: string) => Texts | undefined): Promise<Hit[]> {
  const idsOf = (wanted: SearchKind) => found.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  const some = async <T>(kind: SearchKind, read: (conn: Conn, ids: number[]) => Promise<T[]>): Promise<T[]> => {
    const ids = idsOf(kind)
    return ids.length === 0 ? [] : read(conn, ids)
  }
  const shown = (key: string) => shownOf(textsOf(key))
  const hits: Hit[] = []
  for (const row of await some('claims', claimRows))
    hits.push({ kind: 'claims', row, ...shown(keyOf({ kind: 'claims', id: row.id })) })
  for (const row of await some('articles', articleRows))
    hits.push({ kind: 'articles', row, ...shown(keyOf({ kind: 'articles', id: row.id })) })
  for (const row of await some('sources', sourceRows))
    hits.push({ kind: 'sources', row, ...shown(keyOf({ kind: 'sources', id: row.id })) })
  const starts = await pieceStarts(
    conn,
    found.filter(({ kind }) => kind === 'copies').map(({ row }) => row),
  )
  for (const row of await some('copies', copyRows)) {
    const texts = textsOf(keyOf({ kind: 'copies', id: row.id }))
    hits.push({ kind: 'copies', row, ...shownOf(texts), place: texts && placeIn(texts, starts.get(texts.row)) })
  }
  for (const row of await some('comments', commentRows))
    hits.push({ kind: 'comments', row, ...shown(keyOf({ kind: 'comments', id: row.id })) })
  for (const row of await some('checks', checkRows))
    hits.push({ kind: 'checks', row, ...shown(keyOf({ kind: 'checks', id: row.id })) })
  return hits
}
