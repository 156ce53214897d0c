import type { Conn } from '../../db/conn.ts'
import { facetKey } from '../reports/edition.ts'
import { newsroomName, publishedChanges } from '../reports/published.ts'
import { type Entry, entryOf } from './entry.ts'
import { type FeedFormat, feedPath } from './words.ts'

/** What a feed is about: everything, or what has that claimant or tag. */
export type Topic = { of: 'claimants' | 'tags'; key: string } | undefined

/** A feed as it is now. Its addresses are whole. */
export type Feed = {
  url: string
  home: string
  newsroom: string
  title: string
  updated: string
  /** The newest change first. */
  entries: Entry[]
}

type Asked = { topic: Topic; format: FeedFormat; origin: string }

const most = 100
const nothingYet = '1970-01-01T00:00:00.000Z'

/** The newest 100 publications, corrections and withdrawals; undefined for a claimant or tag that no published check has. */
export async function readFeed(conn: Conn, { topic, format, origin }: Asked): Promise<Feed | undefined> {
  const changes = await publishedChanges(conn, { ...filterOf(topic), limit: most })
  if (topic && changes.length === 0) return undefined
  const newsroom = await newsroomName(conn)
  const entries = changes.map((change) => entryOf(change, origin))
  return {
    url: origin + feedPath(format, topic),
    home: `${origin}/`,
    newsroom,
    title: titleOf(newsroom, topic, entries),
    updated: entries.map(({ updated }) => updated).reduce((a, b) => (a > b ? a : b), nothingYet),
    entries,
  }
}

const filterOf = (topic: Topic) =>
  topic === undefined ? {} : topic.of === 'claimants' ? { claimant: topic.key } : { tag: topic.key }

function titleOf(newsroom: string, topic: Topic, entries: Entry[]): string {
  const all = `Fact-checks of ${newsroom}`
  if (!topic) return all
  const names = entries.flatMap(({ change: { claim } }) =>
    topic.of === 'tags' ? claim.tags : (claim.claimant?.name ?? []),
  )
  return `${all}: ${names.find((name) => facetKey(name) === topic.key) ?? topic.key}`
}
