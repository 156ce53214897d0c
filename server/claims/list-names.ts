import type { Conn } from '../../db/conn.ts'
import { type Person, can } from '../accounts/permissions.ts'
import { type Filter, plainSort, usualSort } from './filter.ts'
import { comparable } from './comparable.ts'
import { allRatings, articleTitle, claimantName, personName, tagByKey } from './list-store.ts'
import type { Wanted } from './list-where-store.ts'

/** What the rows that a filter names are called. */
export type Names = {
  rating?: string
  article?: string
  claimant?: string
  reportedBy?: string
  tag?: string
  assignee?: string
}

export type Resolved = { wanted: Wanted; filter: Filter; names: Names; problems: string[]; ratings: Rating[] }
type Rating = Awaited<ReturnType<typeof allRatings>>[number]

/**
 * Looks up what the filter names. What is not there any more, or never was, is left out of `filter` and told in `problems`.
 * Days are days in UTC.
 */
export async function resolve(
  conn: Conn,
  filter: Filter,
  { viewer, today }: { viewer: Person; today: Date },
): Promise<Resolved> {
  const ratings = await allRatings(conn)
  const rating = ratings.find(({ key }) => key === filter.rating)
  const tag = filter.tag === null ? undefined : await tagByKey(conn, comparable(filter.tag))
  const names: Names = {
    ...(filter.rating === 'none' ? { rating: 'none' } : rating && { rating: rating.label }),
    ...(tag && { tag: tag.name }),
    ...(await namesOf(conn, filter)),
  }
  const found = { ...filter }
  const problems: string[] = []
  for (const key of named) {
    if (filter[key] === null || names[key] !== undefined) continue
    problems.push(`There is no ${nouns[key]} “${String(filter[key]).slice(0, 60)}”, so this filter was left out.`)
    found[key] = null
  }
  const confidential = can(viewer, 'source.seeConfidential')
  // An order by the number of all would tell those who see a part of it.
  if (!confidential && plainSort(found.sort) === 'evidence') {
    problems.push('The order by evidence is for those who may see all of it, so it was left out.')
    found.sort = usualSort(found)
  }
  const ids = { rating: found.rating === 'none' ? 'none' : (rating?.id ?? null), tag: tag?.id ?? null } as const
  const assignee = found.assignee === 'me' ? viewer.id : found.assignee
  const days = { today: day(today, 0), weekLater: day(today, 7) }
  const wanted = { ...found, ...ids, assignee, ...days, confidential }
  return { wanted, filter: found, names, problems, ratings }
}

const nouns = {
  rating: 'rating',
  article: 'article',
  claimant: 'claimant',
  reportedBy: 'claimant',
  tag: 'tag',
  assignee: 'person',
}
const named = Object.keys(nouns) as (keyof typeof nouns)[]

async function namesOf(conn: Conn, { article, claimant, reportedBy, assignee }: Filter): Promise<Names> {
  const [title, said, carried, person] = await Promise.all([
    article === null ? undefined : articleTitle(conn, article),
    claimant === null ? undefined : claimantName(conn, claimant),
    reportedBy === null ? undefined : claimantName(conn, reportedBy),
    typeof assignee === 'number' ? personName(conn, assignee) : assignee,
  ])
  return {
    ...(title !== undefined && { article: title }),
    ...(said !== undefined && { claimant: said }),
    ...(carried !== undefined && { reportedBy: carried }),
    ...(person != null && { assignee: person }),
  }
}

const day = (from: Date, later: number) => new Date(from.getTime() + later * 86_400_000).toISOString().slice(0, 10)
