import { aClaim, anArticle } from '../claims/port-ellery.ts'
import { aSource, anItem } from '../evidence/harbour.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { newsroom } from '../support/newsroom.ts'
import { rated } from '../verdicts/harbour.ts'

type Found = { query: string; left_out: string[]; groups: { kind: string; count: number; hits: Hit[] }[] }
type Hit = { id: number; title: Text; excerpt: ({ column: string } & Text) | null }
type Text = { text: string; matches: [number, number][] }

/** A newsroom with one of everything that is searched, and a way to search it as somebody. */
export async function anArchive() {
  const news = await newsroom()
  const { db, cleo, as } = news
  const article = await anArticle(db, cleo)
  const claim = await aClaim(db, cleo, article, {
    claimant: 'Émile Quillstrand',
    claimantRole: 'Harbour Master',
    reportedBy: 'The Bell',
  })
  const log = await aSource(db, 'Log of the dredger', {
    publisher: 'Harbour office',
    author: 'W. Ormsby',
    url: 'https://log.example/2025',
  })
  const item = await anItem(db, cleo, claim, log)
  const copy = await aSnapshot(db, log, 'Day 1: calm.\n\nDay 2: negotiations with the ferrymen about the moorings.', {
    actor: cleo,
  })
  const browsers = {
    cleos: await as(cleo),
    bens: await as(news.ben),
    ritas: await as(news.rita),
    adas: await as(news.ada),
  }
  const verdict = {
    rating: rated.false,
    rationale: 'The ledger shows spoil heaps growing.',
    explanation: 'Weighed **twice**.',
    version: 1,
    after: 0,
    override: 'One log only.',
  }
  await browsers.cleos.post(`/claims/${claim}/verdicts`, verdict).expect(303)
  await browsers.cleos.post(`/claims/${claim}/threads`, { body: 'Who kept the tally?' }).expect(303)
  return { ...news, ...browsers, article, claim, log, item, copy }
}

type Browser = Awaited<ReturnType<typeof anArchive>>['cleos']

/** What that person finds: the ids by kind. */
export async function idsFound(browser: Browser, q: string, more = ''): Promise<Record<string, number[]>> {
  const { groups } = await answerTo(browser, q, more)
  return Object.fromEntries(groups.map(({ kind, hits }) => [kind, hits.map(({ id }) => id)]))
}

/** The whole answer, as programs get it. */
export async function answerTo(browser: Browser, q: string, more = ''): Promise<Found> {
  const answer = await browser.get(`/search.json?q=${encodeURIComponent(q)}${more}`).expect(200)
  return JSON.parse(answer.text)
}

/** The texts that are marked in the first hit of the kind. */
export function markedIn(found: Found, kind: string): string[] {
  const [hit] = found.groups.find((group) => group.kind === kind)?.hits ?? []
  return [hit?.title, hit?.excerpt].flatMap(
    (text) => text?.matches.map(([start, end]) => text.text.slice(start, end)) ?? [],
  )
}
