import type { IncomingMessage } from 'node:http'
import { jobKinds } from '../../server/job-kinds.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import type { NewSource } from '../../server/sources/source.ts'
import { aSource } from '../evidence/harbour.ts'
import { peer } from '../fetching/peer.ts'
import { newsroom } from '../support/newsroom.ts'

export const page = 'https://ellery.example/log'
const archivedAt = '20250512090000'

type Reply = { status?: number; headers?: Record<string, string>; body?: unknown }

/** What the archive answers, one after the other; the last one again and again. */
export type Script = { save?: Reply[]; status?: Reply[] }

export const captured: Reply = {
  body: { status: 'success', job_id: 'spn2-1', timestamp: archivedAt, original_url: page, duration_sec: 7.2 },
}

/**
 * A newsroom that may ask an archive on this machine, and a source with an address. `run` has all that is due done, after
 * some hours when said so; `sent` are the requests with their bodies.
 */
export async function archiveRoom({ save, status, ...more }: Script & Partial<NewSource> = {}, isUp = true) {
  const script = { save: save ?? [{ body: { url: page, job_id: 'spn2-1' } }], status: status ?? [captured] }
  const sent: { method: string; url: string; body: string; headers: IncomingMessage['headers'] }[] = []
  const archive = await peer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const { method = '', url = '', headers } = req
      sent.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      const replies = url === '/save' ? script.save : script.status
      const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? {}
      const type = { 'Content-Type': 'application/json' }
      res.writeHead(reply.status ?? 200, { ...type, ...reply.headers }).end(JSON.stringify(reply.body ?? {}))
    })
  })
  const address = isUp ? archive.address : 'http://127.0.0.1:9'
  const allow = `${archive.host}, 127.0.0.1:9, intranet.example:8080`
  const keys = { ARCHIVE_KEY: 'ourkey', ARCHIVE_SECRET: 'S3CRET' }
  const news = await newsroom({ FETCH_ALLOW: allow, ARCHIVE_URL: address, ...keys })
  const source = await aSource(news.db, 'Harbour log', { url: page, ...more })
  const browser = await news.as(news.cleo)
  const path = `/sources/${source}`
  const run = async (hours = 0) => {
    news.clock.advance(hours * 3_600_000)
    await runDueJobs(news.world, jobKinds)
  }
  const ask = () => browser.post(`${path}/archiving`)
  const requests = () =>
    news.db.writer.sqlite
      .prepare<[], { state: string; problem: string | null; url: string | null }>(
        'SELECT state, problem, archived_url AS url FROM archive_requests ORDER BY id',
      )
      .all()
  return { ...news, source, browser, path, run, ask, requests, sent, kept: `${address}/web/${archivedAt}/${page}` }
}
