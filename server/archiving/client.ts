import { z } from 'zod'
import type { Config } from '../config.ts'
import type { Fetching } from '../fetching/fetching.ts'
import { talkTo } from '../fetching/talk.ts'

type Archive = NonNullable<Config['archive']>

/** It is being done there under `job`; it can be tried later; it came to nothing; or the copy has an address. */
export type Answer =
  | { job: string }
  | { later: string; waitSeconds: number; isLost?: boolean }
  | { refused: string }
  | { archivedUrl: string }

type Way = { fetching: Fetching; archive: Archive }

// Only what is used; the archive says more.
const Said = z.object({
  job_id: z.string().max(200).nullish(),
  status: z.string().nullish(),
  status_ext: z.string().nullish(),
  message: z.string().nullish(),
  timestamp: z
    .string()
    .regex(/^\d{14}$/)
    .nullish(),
  original_url: z.string().nullish(),
})
type Said = z.output<typeof Said>

/** Asks for a page to be captured: Save Page Now 2. Asked twice, it is captured twice, which does no harm. */
export async function askForCapture(way: Way, address: string): Promise<Answer> {
  const body = new URLSearchParams({ url: address }).toString()
  return answerTo(way, { path: '/save', method: 'POST', body }, ({ job_id: job, ...said }) =>
    job ? { job } : failed(said),
  )
}

/** What has become of a capture. */
export async function askAfter(way: Way, job: string, address: string): Promise<Answer> {
  const path = `/save/status/${encodeURIComponent(job)}`
  return answerTo(way, { path, method: 'GET' }, (said) => {
    if (said.status === 'pending') return { job }
    if (said.status !== 'success' || !said.timestamp) return { ...failed(said), isLost: true }
    return { archivedUrl: `${way.archive.address}/web/${said.timestamp}/${said.original_url ?? address}` }
  })
}

type Question = { path: string; method: 'GET' | 'POST'; body?: string }

async function answerTo(
  { fetching, archive }: Way,
  { path, method, body }: Question,
  read: (said: Said) => Answer,
): Promise<Answer> {
  const headers = {
    Accept: 'application/json',
    Authorization: `LOW ${archive.key}:${archive.secret}`,
    ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
  }
  const reply = await talkTo(fetching, `${archive.address}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  })
  if ('refused' in reply) return { later: `The archive was not reached. ${reply.message}`, waitSeconds: 0 }
  const { status, retryAfter } = reply
  if (status === 401 || status === 403) return { refused: badKeys }
  if (status === 429) return { later: busy, waitSeconds: Math.min(retryAfter ?? 60, 6 * 3_600) }
  if (status >= 500) return { later: `The archive answered with an error (${status}).`, waitSeconds: retryAfter ?? 0 }
  const said = Said.safeParse(jsonIn(reply.body))
  if (!said.success || (status >= 300 && !said.data.message))
    return { refused: `The archive gave no answer that can be read (${status}).` }
  return read(said.data)
}

const badKeys =
  'The archive did not accept the keys of this newsroom. Whoever runs the server can check ARCHIVE_KEY and ARCHIVE_SECRET.'
const busy = 'The archive asks to wait: it has been asked for too much at once.'

// The archive's own words for what passes by itself.
const passing = /session-limit|service-unavailable|gateway|time-limit|timeout|proxy-error|browsing|job-failed|bandwidth/

function failed({ status_ext: kind, message }: Said): Answer {
  const told = (message ?? '')
    .replaceAll(/(?:<[^>]*>|[\p{Cc}\s])+/gu, ' ')
    .trim()
    .slice(0, 300)
  const sentence = told ? `The archive says: “${told}”` : 'The archive did not say why.'
  return kind && passing.test(kind) ? { later: sentence, waitSeconds: 60 } : { refused: sentence }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
