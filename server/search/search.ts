import type { Conn } from '../../db/conn.ts'
import { type Person, can } from '../accounts/permissions.ts'
import type { Count } from '../values/count.ts'
import type { Narrowed } from './condition-store.ts'
import { type SearchFilter, hasNext, isNarrowed, pageSize } from './filter.ts'
import { type Hit, hitsOf } from './hits.ts'
import { type Wanted, matching, someUnspaced } from './match.ts'
import { type Names, namesIn } from './names.ts'
import { type Plan, type Sequences, planFor, shortWords } from './plan.ts'
import { type Query, readQuery } from './query.ts'
import type { SearchRating } from './rating-store.ts'
import { type Found, type Wish, findByNames, findByWords, mostRanked, sequencesFrom } from './store.ts'
import { type Told, afterTold } from './told.ts'
import { type SearchKind, isCalled, searchKinds } from './words.ts'

export type { Hit } from './hits.ts'
export type { Piece } from './marks.ts'
export type { SearchRating } from './rating-store.ts'

/** What was found of one kind, the best first; `more` tells whether some of one kind come after these. */
export type Group = { kind: SearchKind; total: Count; hits: Hit[]; more: boolean }

/** The answer to a search: `query` is what was understood, `asked` whether that is enough to look for. */
export type SearchFound = {
  query: Query
  asked: boolean
  groups: Group[]
  ratings: SearchRating[]
}

/** Shown of each kind where all kinds are shown, and on a page of one. */
const shownOfEach = 5
/** Where words find less than this, names that hold them anywhere are shown too. */
const fewerThan = shownOfEach

/** One kind and no page of it: `told` says what of it was told last. */
type Asked = SearchFilter & { told?: Told | undefined }

/** Everything the viewer may see in which the words stand, kind by kind; of what they may not see nothing depends, not even the order. */
export async function search(conn: Conn, viewer: Person, filter: Asked): Promise<SearchFound> {
  const query = readQuery(filter.q, { typing: filter.typing })
  const names = await namesIn(conn, viewer, query)
  const asked = query.clauses.some(({ not }) => !not) || isNarrowed(filter)
  const searching = { filter, query, names, closed: can(viewer, 'source.seeConfidential') }
  const groups = asked ? await groupsOf(conn, searching) : []
  return { query, asked, groups, ratings: names.ratings }
}

type Searching = { filter: Asked; query: Query; names: Names; closed: boolean }

async function groupsOf(conn: Conn, searching: Searching): Promise<Group[]> {
  const { filter, query } = searching
  const limit = filter.kind ? pageSize : shownOfEach
  const plans = await plansFor(conn, searching)
  const { byWords, byNames } = await foundBy(conn, plans, searching)
  const rest = filter.told && afterTold([...byWords, ...byNames], filter.told, limit)
  const match = new Map(plans.map(({ kind, inWords }) => [kind, matching(inWords)]))
  const isShown = ({ id }: Found) => !rest || rest.ids.has(id)
  const hits = await hitsOf(conn, { byWords: byWords.filter(isShown), byNames: byNames.filter(isShown), match, query })
  return plans.flatMap(({ kind }) => {
    const total = totalOf(byWords, kind) + totalOf(byNames, kind)
    const shown = hits.filter((hit) => hit.kind === kind).slice(0, limit)
    if (total === 0) return []
    const count = Math.min(total, mostRanked)
    const more = total > mostRanked || isCut([...byWords, ...byNames], kind)
    return [{ kind, total: { count, more }, hits: shown, more: rest?.more ?? hasNext(count, filter) }]
  })
}

type Planned = Plan & { kind: SearchKind }

async function plansFor(conn: Conn, { filter, query, closed }: Searching): Promise<Planned[]> {
  const short = shortWords(query)
  const sequences: Sequences = new Map(
    await Promise.all(
      short.map(async (word): Promise<[string, string[]]> => [word, await sequencesFrom(conn, word, closed)]),
    ),
  )
  return kindsOf(filter, query).map((kind) => ({ kind, ...planFor(kind, query, sequences) }))
}

function kindsOf({ kind: chosen }: SearchFilter, { clauses }: Query): SearchKind[] {
  const asked = clauses.filter(({ field }) => field === 'kind')
  return searchKinds.filter(
    (kind) =>
      (chosen === undefined || kind === chosen) &&
      asked.every(({ not, any }) => any.some(({ text }) => isCalled(kind, text)) !== not),
  )
}

// Where words find little, names that hold them anywhere come after.
async function foundBy(conn: Conn, plans: Planned[], searching: Searching) {
  const { filter, query, closed } = searching
  const { limit, offset } = reachOf(filter)
  const anywhere = someUnspaced(query.clauses)
  const inWords = plans.map((plan) => wishFor(plan, plan.inWords, searching))
  const byWords = anywhere ? [] : await findByWords(conn, inWords, { closed, limit, offset })
  const first =
    anywhere || byWords.length > 0 || offset === 0
      ? byWords
      : await findByWords(conn, inWords, { closed, limit: fewerThan, offset: 0 })
  const few = plans.filter(({ kind }) => totalOf(first, kind) < fewerThan)
  const inNames = few.flatMap((plan) => (plan.inNames ? [wishFor(plan, plan.inNames, searching, first)] : []))
  const before = Math.max(0, offset - first.length)
  const byNames = await findByNames(conn, inNames, { closed, limit, offset: before })
  return { byWords, byNames }
}

// Where to go on follows from the order of all that is ranked.
function reachOf({ kind, page, told }: Asked): { limit: number; offset: number } {
  if (told) return { limit: mostRanked, offset: 0 }
  return kind ? { limit: pageSize, offset: (page - 1) * pageSize } : { limit: shownOfEach, offset: 0 }
}

function wishFor({ kind, fields }: Planned, wanted: Wanted[], { filter, names }: Searching, known: Found[] = []): Wish {
  const except = known.filter((found) => found.kind === kind).map(({ id }) => id)
  return { kind, wanted, fields: fields.map(names.asked), narrowed: narrowedBy(filter, names), except }
}

function narrowedBy({ state, rating, article, from, to }: SearchFilter, { ratings }: Names): Narrowed {
  return {
    state,
    article,
    from,
    ratings: rating === undefined ? undefined : [0, ...ratings.filter(({ key }) => key === rating).map(({ id }) => id)],
    until: to === undefined ? undefined : dayAfter(to),
  }
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

const totalOf = (found: Found[], kind: SearchKind) => found.find((one) => one.kind === kind)?.n ?? 0

// Of a long text many pieces may match: then there are fewer things than rows that were looked through.
const isCut = (found: Found[], kind: SearchKind) => found.some((one) => one.kind === kind && one.more === 1)
