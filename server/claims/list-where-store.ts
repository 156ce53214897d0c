import { type SQL, and, desc, eq, asc, or, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { claimTags, claims, evidence, sources } from '../../db/schema/index.ts'
import { claimWords } from '../search/claim-words.ts'
import { likePattern } from '../text/search-words.ts'
import { type Filter, type Sort, isDown, plainSort } from './filter.ts'
import { type Cursor, type Place, noDay } from './list-order.ts'

/** A filter whose words are rows by now: ids for the rating, the tag and the person, 0 for one that does not exist. */
export type Wanted = Omit<Filter, 'rating' | 'tag' | 'assignee'> & {
  rating: number | 'none' | null
  tag: number | null
  assignee: number | 'none' | null
  /** Today's date, in UTC, and the date a week later. */
  today: string
  weekLater: string
  /** Whether evidence from confidential sources counts. */
  confidential: boolean
  /** Only so many of the newest claims, unless the list is short anyway. */
  among?: number
}

type Params = Record<string, string | number>

/**
 * One condition. `leads` says when it may choose the index: `always` when few claims meet it, `byId` when its index has the
 * order of ids only, `never` when no index helps.
 */
type Condition = {
  name: string
  leads: 'always' | 'byId' | 'never'
  as: (lead: boolean) => SQL | undefined
  params?: Params
}

/** What a query of the list is made of; `name` tells one statement from another, values left out. */
export type Shape = {
  name: string
  where: SQL | undefined
  order: SQL[]
  params: Params
  tagLeads: boolean
  /** Whether only few claims can meet it, however many there are. */
  isNarrow: boolean
  size: number
}

/** The conditions and the order of a list, the narrowest condition choosing the index, whatever the statistics say. */
export function shapeOf(wanted: Wanted, cursor: Cursor = null): Shape {
  const found = conditions(wanted)
  const byId = wanted.sort === 'newest' || wanted.sort === 'oldest'
  const lead = found.find(({ leads }) => leads === 'always' || (leads === 'byId' && byId))
  const tagLeads = lead?.name === 'tag'
  const isNarrow = lead !== undefined && narrow.has(lead.name)
  const among = isNarrow ? undefined : wanted.among
  const { sort } = wanted
  const backwards = cursor?.side === 'before'
  const down = isDown(sort) !== backwards
  const by = sortedBy(sort, tagLeads)
  const beyond = cursor ? [beyondPlace(by, down)] : []
  return {
    name: [sort, cursor?.side ?? 'first', lead?.name ?? '', ...found.map(({ name }) => name)].join(' '),
    where: and(...found.map((condition) => condition.as(condition === lead)), ...beyond, isAmong(among, claims.id)),
    order: by.map((column) => (down ? desc(column) : asc(column))),
    params: Object.assign({}, ...found.map(({ params }) => params), cursor && placeParams(cursor.place)),
    tagLeads,
    isNarrow,
    size: found.length,
  }
}

// The narrowest first: a person said few of all claims, half of them may have one rating.
function conditions(wanted: Wanted): Condition[] {
  const { today, weekLater } = wanted
  return [
    same('article', claims.articleId, wanted.article, 'always'),
    tagged(wanted.tag),
    same('claimant', claims.claimantId, wanted.claimant, 'always'),
    same('reportedBy', claims.reportedById, wanted.reportedBy, 'always'),
    wanted.assignee !== 'none' && same('assignee', claims.assigneeId, wanted.assignee, 'always'),
    ...searched(wanted.q, wanted.among),
    due(wanted.due, { today, weekLater }),
    wanted.rating !== 'none' && same('rating', claims.ratingId, wanted.rating, 'byId'),
    wanted.state === 'all' ? false : wanted.state ? same('state', claims.state, wanted.state, 'byId') : listed,
    same('kind', claims.kind, wanted.kind, 'byId'),
    same('priority', claims.priority, wanted.priority, 'byId'),
    wanted.evidence === 'none' && (wanted.confidential ? noEvidence : noOpenEvidence),
    wanted.assignee === 'none' && empty('nobody', claims.assigneeId),
    wanted.rating === 'none' && empty('unrated', claims.ratingId),
  ].filter((condition) => condition !== false)
}

// A plus before a column keeps its index out of the choice.
const bare = (column: SQLiteColumn | SQL, lead: boolean) => (lead ? sql`${column}` : sql`+${column}`)

const same = (
  name: string,
  column: SQLiteColumn,
  value: string | number | null,
  leads: Condition['leads'],
): Condition | false =>
  value !== null && {
    name,
    leads,
    as: (lead) => sql`${bare(column, lead)} = ${sql.placeholder(name)}`,
    params: { [name]: value },
  }

const empty = (name: string, column: SQLiteColumn): Condition => ({
  name,
  leads: 'byId',
  as: (lead) => sql`${bare(column, lead)} is null`,
})

const listed: Condition = { name: 'listed', leads: 'never', as: () => sql`${claims.state} <> 'set_aside'` }

// Literals, because an index of some rows only is used where its own condition stands in the query.
const noEvidence: Condition = {
  name: 'noEvidence',
  leads: 'byId',
  as: (lead) => sql`${bare(claims.evidenceCount, lead)} = 0`,
}

// Few claims have confidential evidence: only those are looked at more closely.
const ofSource = sql`${evidence} join ${sources} on ${sources.id} = ${evidence.sourceId}`
const hasConfidential = sql`${claims.id} in (select ${evidence.claimId} from ${ofSource} where ${sources.confidential})`
const hasOpen = sql`exists (select 1 from ${ofSource}
  where ${evidence.claimId} = ${claims.id} and ${evidence.withdrawnAt} is null and not ${sources.confidential})`
const noOpenEvidence: Condition = {
  name: 'noOpenEvidence',
  leads: 'never',
  as: () => sql`(${claims.evidenceCount} = 0 or (${hasConfidential} and not ${hasOpen}))`,
}

const unfinished = (lead: boolean) => sql`${bare(claims.state, lead)} not in ('decided', 'published', 'set_aside')`

function due(wanted: Filter['due'], { today, weekLater }: { today: string; weekLater: string }): Condition | false {
  if (wanted === null) return false
  const key = (lead: boolean) => bare(claims.dueKey, lead)
  if (wanted === 'none')
    return { name: 'noDue', leads: 'byId', as: (lead) => sql`${key(lead)} = ${sql.raw(`'${noDay}'`)}` }
  const from = sql.placeholder('today')
  const before = (lead: boolean) => sql`${key(lead)} < ${from}`
  const within = (lead: boolean) => sql`${key(lead)} >= ${from} and ${key(lead)} < ${sql.placeholder('weekLater')}`
  const range = wanted === 'overdue' ? before : within
  return {
    name: wanted,
    leads: 'always',
    as: (lead) => and(range(lead), unfinished(lead)),
    params: wanted === 'overdue' ? { today } : { today, weekLater },
  }
}

const tagged = (tag: number | null): Condition | false =>
  tag !== null && {
    name: 'tag',
    leads: 'always',
    as: (lead) =>
      lead
        ? eq(claimTags.tagId, sql.placeholder('tag'))
        : sql`exists (select 1 from ${claimTags} where ${claimTags.claimId} = ${claims.id} and ${claimTags.tagId} = ${sql.placeholder('tag')})`,
    params: { tag },
  }

const narrow = new Set(['article', 'claimant', 'reportedBy'])

// A literal: FTS5 reads its whole index for a rowid that is bound as floating point, as numbers are.
const isAmong = (among: number | undefined, id: SQLiteColumn | SQL): SQL | undefined =>
  among === undefined ? undefined : sql`${id} > (select max(id) from claims) - ${sql.raw(String(among))}`

function searched(q: string | null, among: number | undefined): Condition[] {
  if (q === null) return []
  const { match, without, stretches } = claimWords(q)
  const inIndex = sql`(select rowid from search_claims where ${and(sql`search_claims match ${sql.placeholder('match')}`, isAmong(among, sql`rowid`))})`
  const found: Condition = {
    name: 'match',
    leads: 'always',
    as: (lead) => sql`${bare(claims.id, lead)} in ${inIndex}`,
    params: { match },
  }
  const excluded: Condition = {
    name: 'without',
    leads: 'never',
    as: () => sql`+${claims.id} not in ${inIndex}`,
    params: { match: without },
  }
  return [...(match ? [found] : []), ...(without ? [excluded] : []), ...stretches.map(standing)]
}

function standing(stretch: string, index: number): Condition {
  const name = `stretch${index}`
  const holds = (column: SQLiteColumn) => sql`${column} like ${sql.placeholder(name)} escape '\\'`
  return {
    name,
    leads: 'never',
    as: () => or(holds(claims.statement), holds(claims.quote)),
    params: { [name]: likePattern(stretch) },
  }
}

function sortedBy(sort: Sort, tagLeads: boolean): (SQLiteColumn | SQL)[] {
  const id = tagLeads ? claimTags.claimId : claims.id
  const key = sortKey(sort)
  if (key === null) return [id]
  return plainSort(sort) === 'number' ? [key, claims.number] : [key, id]
}

const sortKeys = {
  newest: null,
  oldest: null,
  changed: claims.changedAt,
  due: claims.dueKey,
  priority: claims.priority,
  number: claims.articleId,
  statement: claims.statementKey,
  claimant: claims.claimantKey,
  assignee: claims.assigneeKey,
  rating: claims.ratingRank,
  state: claims.stateRank,
  evidence: claims.evidenceCount,
  decided: claims.decidedKey,
  published: claims.publishedKey,
}

/** The column that comes first in that order; null where it is the id alone. */
export const sortKey = (sort: Sort) => sortKeys[plainSort(sort)]

function beyondPlace([first, second]: (SQLiteColumn | SQL)[], down: boolean): SQL {
  const than = sql.raw(down ? '<' : '>')
  const id = sql.placeholder('placeId')
  return second
    ? sql`(${first}, ${second}) ${than} (${sql.placeholder('placeKey')}, ${id})`
    : sql`${first} ${than} ${id}`
}

const placeParams = ({ key, id }: Place): Params => ({ placeId: id, ...(key === null ? {} : { placeKey: key }) })
