import type { Db } from '../../db/open.ts'
import { listPublished, publishedArticle, publishedChanges, publishedClaim } from '../../server/reports/published.ts'
import type { Answer, Ask } from './ask.ts'

const claims = [
  ['harbour-closed', '1-the-harbour-closed-on-monday'],
  ['harbour-closed', '2-twelve-boats-stayed-outside'],
  ['harbour-closed', '3-the-council-denied-it'],
  ['harbour-closed', '4'],
  ['the-mill', '1-the-harbour-closed-on-monday'],
] as const
const facets = [{ claimant: 'the-warden' }, { rating: 'half-true' }, { tag: 'harbour' }, { withdrawn: true }]

/** All that public pages are made of, as the newsroom's own functions give it. */
async function dataOf({ reader }: Db): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for (const slug of ['harbour-closed', 'the-bridge', 'the-quarry']) found[slug] = await publishedArticle(reader, slug)
  for (const [slug, claim] of claims) found[`${slug}/${claim}`] = await publishedClaim(reader, slug, claim)
  for (const facet of facets) found[JSON.stringify(facet)] = await listPublished(reader, { ...facet, limit: 50 })
  found['changes'] = await publishedChanges(reader, { limit: 50 })
  return found
}

export type Told = Map<string, string>

/** Everything that somebody who is not signed in can have of the newsroom, by what was asked. */
export async function told(db: Db, ask: Ask, addresses: string[]): Promise<Told> {
  const known = hashesOf(db)
  const answers = await Promise.all(addresses.map(async (path): Promise<[string, Answer]> => [path, await ask(path)]))
  const data = Object.entries(await dataOf(db))
  return new Map([...answers, ...data].map(([asked, answer]) => [asked, known(JSON.stringify(answer) ?? 'nothing')]))
}

/** What differs between the two, by what was asked. */
export const differences = (one: Told, other: Told): string[] =>
  [...new Set([...one.keys(), ...other.keys()])]
    .filter((asked) => one.get(asked) !== other.get(asked))
    .map((asked) => `${asked}: ${parting(one.get(asked) ?? '', other.get(asked) ?? '')}`)

function parting(one: string, other: string): string {
  const at = Array.from(one).findIndex((letter, index) => letter !== other[index])
  const near = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `“${near(one)}” or “${near(other)}”`
}

/**
 * The hash of the event that made a page is told on purpose: it moves with all that happened before, and says nothing of it. It is taken
 * out by its value, so that no other hash goes along with it.
 */
function hashesOf({ writer: { sqlite } }: Db): (text: string) => string {
  const rows = sqlite.prepare('select hash from editions join events on seq = event_seq order by editions.id')
  const hashes = rows.pluck().all() as Buffer[]
  return (text) =>
    hashes.reduce((read, hash, at) => read.replaceAll(hash.toString('hex'), `«event of edition ${at + 1}»`), text)
}
