import type { RequestListener } from 'node:http'
import { sourceLooks } from '../../db/schema/index.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { resumeJobs } from '../../server/jobs/resume.ts'
import type { NewSource } from '../../server/sources/source.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { type Peer, peer } from '../fetching/peer.ts'
import { newsroom } from '../support/newsroom.ts'

export const passage = 'The council knew of the crack in the harbour wall since 2013.'

/** A page of some length, with the passage in it. */
export const pageWith = (cited: string, more = '') =>
  `<!doctype html><html lang="en"><head><title>The wall</title></head><body><article><h1>The wall</h1>
  <p>Port Ellery has argued about its harbour for a decade, and the argument went on at the meeting on Monday.</p>
  <p>${cited} A survey of that year lies in the archive of the town, as the clerk confirmed to the committee.</p>
  <p>Repairs are to cost 40 million pounds, which the town does not have. ${more}</p></article></body></html>`

/** What the site answers: pages by path, a status with headers, or nothing for 'hang up'. It has no robots.txt unless one is given. */
export type Site = Record<string, string | { status: number; headers?: Record<string, string> }>

const answering =
  (site: Site): RequestListener =>
  (req, res) => {
    const found = site[req.url ?? '']
    if (found === 'hang up') return void req.socket.destroy()
    if (found === undefined) return void res.writeHead(404).end()
    if (typeof found !== 'string') return void res.writeHead(found.status, found.headers).end()
    res.writeHead(200, { 'Content-Type': req.url === '/robots.txt' ? 'text/plain' : 'text/html; charset=utf-8' })
    res.end(found)
  }

/**
 * A newsroom that watches, daily, with a source at `/page` of a site on this machine that one claim cites. `look` has all
 * that is due done; `later` does so once a day for some days.
 */
export async function watchingRoom({ site = {}, ...more }: { site?: Site } & Partial<NewSource> = {}) {
  const pages: Site = { '/page': pageWith(passage), ...site }
  const there: Peer = await peer(answering(pages))
  const news = await newsroom({ FETCH_ALLOW: there.host })
  const { claims } = await harbour(news.db, 3)
  const [claim = 0, other = 0, third = 0] = claims
  const source = await aSource(news.db, 'The wall', { url: `${there.address}/page`, ...more })
  const evidence = await anItem(news.db, news.cleo, claim, source, passage)
  const ada = await news.as(news.ada)
  await ada.post('/settings/watching', { watching: 'on', hours: '24' }).expect(303)
  await resumeJobs(news.world, jobKinds)
  const [checker, renew] = await lasting(() => news.as(news.cleo))
  const look = () => runDueJobs(news.world, jobKinds)
  const later = async (days = 1) => {
    for (let day = 0; day < days; day++) {
      news.clock.advance(27 * 3_600_000)
      await look()
    }
    await renew()
  }
  const watch = async () => {
    await checker.post(`/sources/${source}/watch`).expect(303)
    await look()
  }
  const looks = async () => news.db.reader.select().from(sourceLooks).orderBy(sourceLooks.id)
  const outcomes = async () => (await looks()).map(({ outcome }) => outcome)
  const asked = () => there.requests.map(({ url }) => url)
  return {
    ...news,
    admin: ada,
    checker,
    pages,
    site: there,
    source,
    claim,
    other,
    third,
    evidence,
    look,
    later,
    watch,
    looks,
    outcomes,
    asked,
  }
}

type Browser = Awaited<ReturnType<Awaited<ReturnType<typeof newsroom>>['as']>>

// A sign-in ends after a night without a click.
async function lasting(signIn: () => Promise<Browser>) {
  let now = await signIn()
  const browser: Pick<Browser, 'get' | 'post'> = {
    get: (path) => now.get(path),
    post: (path, fields) => now.post(path, fields),
  }
  const renew = async () => void (now = await signIn())
  return [browser, renew] as const
}
