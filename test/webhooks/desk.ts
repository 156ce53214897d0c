import { text } from 'node:stream/consumers'
import { write } from '../../db/write.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { announce } from '../../server/webhooks/announce.ts'
import { decided } from '../corrections/published.ts'
import { harbour } from '../evidence/harbour.ts'
import { peer } from '../fetching/peer.ts'
import { newsroom } from '../support/newsroom.ts'

type Got = { headers: Record<string, string | undefined>; body: string }

/** What stands for a status where nothing is ever answered. */
export const silence = 0

/** A program that is told, with what it answers, one status after the other, and what it got. */
export async function receiver(statuses: number[] = []) {
  const got: Got[] = []
  const site = await peer(async (req, res) => {
    const { 'stet-timestamp': timestamp, 'stet-signature': signature, 'stet-event': event } = req.headers
    got.push({ headers: { timestamp, signature, event } as Got['headers'], body: await text(req) })
    const status = statuses.shift() ?? 204
    if (status !== silence) res.writeHead(status).end()
  })
  return { got, site }
}

/** A newsroom with a decided claim, and an admin who has had the program told of what is published. */
export async function desk(events: string[], statuses: number[] = [], others: string[] = []) {
  const { got, site } = await receiver(statuses)
  const allowed = [site.host, ...others].join(', ')
  const news = await newsroom({ PUBLIC_URL: 'https://stet.example', FETCH_ALLOW: allowed })
  const { claims } = await harbour(news.db, 2)
  const claim = claims[0] ?? 0
  const decision = await decided(news, claim)
  const admin = await news.as(news.ada)
  const made = await admin.post('/settings/webhooks', { address: `${site.address}/told?by=stet`, events }).expect(200)
  const secret = /value="(stetwh_[\w-]{43})"/.exec(made.text)?.[1] ?? ''
  const editor = await news.as(news.edith)
  const publish = () => editor.post(`/claims/${claim}/publication`, { decision }).expect(303)
  const run = () => runDueJobs(news.world, jobKinds)
  const announceAgain = () => write(news.db, (tx) => announce(tx, 'published', 1))
  return { ...news, news, announceAgain, claim, decision, admin, editor, secret, got, site, publish, run }
}
