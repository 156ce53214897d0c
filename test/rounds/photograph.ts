import type { Newsroom } from '../support/newsroom.ts'
import { crawl } from '../support/crawl.ts'

type Browser = Awaited<ReturnType<Newsroom['as']>>

/** What no page links to, or what a crawl would not ask for in this form. */
const unlinked = `
  /verdicts.csv /verdicts.json /corrections.csv /history.csv /articles/1/history.csv /exports/new?of=history
  /claims.csv /claims.json /evidence.csv /evidence.json /articles/1/claims.csv /articles/1/evidence.csv
  /claims.json?sort=changed /claims.csv?state=in_review /articles.json /sources.json
  /claims?state=checking /claims?state=in_review /claims?state=decided /claims?state=all /claims?sort=changed
  /claims?rating=false /claims?rating=none /claims?assignee=none /claims?evidence=none /claims?q=wharf /claims?q=verdict
  /history /history?kind=verdicts /history?kind=claims /history?person=3 /history?kind=verdicts&person=3
  /history.json /history.json?kind=verdicts /history.json?kind=claims /history.json?person=3
  /claims/1/history /articles/1/history /sources/1/history /history/proof /history/export.jsonl
  / /people /people/3 /notifications /mentions.json /claims/changes /claims/changes/new?claim=1&priority=1 /about /agreement
  /claims/1 /claims/1.json /claims/1/rounds /claims/1/rounds/1 /claims/1/verdicts/new
  /verdicts/3/review /verdicts/4/review /claims/1/discussion /claims/1/discussion?verdict=4
  /claims/1/corrections /claims/1/corrections/new /articles /articles/1 /articles/1?claim=1
`
  .trim()
  .split(/\s+/)

/** Asked for as pieces of a page too. */
const pieces = ['/claims', '/claims/1', '/claims/1/verdicts/new', '/verdicts/4/review', '/articles/1?claim=1']

/** What somebody could try in order to find out, none of which changes anything. */
const tries: [path: string, fields: Record<string, string>][] = [
  ['/verdicts/4/review', { outcome: 'returned', reason: 'Which ships?' }],
  ['/claims/1/threads', { verdict: '4', body: 'Is this there?' }],
  ['/threads/2/comments', { body: 'Is this there?' }],
  ['/threads/2/resolution', {}],
  ['/comments/2/erasure', {}],
  ['/claims/1/verdicts', { rating: '1', rationale: '', version: '1', after: '0' }],
  ['/claims/1/rounds/1/agreement', { verdict: '4' }],
  ['/claims/1/rounds/1/adjudication', { stands: 'first', difference: 'mistake', note: 'N' }],
]

/**
 * Everything that a person can get out of the newsroom, by what was asked for: status, headers and body of each answer. What
 * follows the clock, and how many events the history has (sign-ins count there too), is made the same.
 */
export async function photograph(browser: Browser): Promise<Map<string, string>> {
  const shots = new Map<string, string>()
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await browser.get(path).set(headers).buffer(true)
    shots.set(`${path} ${Object.values(headers).join()}`.trim(), shotOf(path, answer))
    const { location, 'content-type': type = '' } = answer.headers
    return { status: answer.status, text: answer.text ?? '', type, location }
  }
  await crawl((path) => (path.startsWith('/assets/') ? asset : get(path)), { each: 8 })
  for (const path of unlinked) await get(path)
  for (const path of pieces) await get(path, { 'HX-Request': 'true', 'HX-Request-Type': 'partial' })
  for (const [path, fields] of tries) shots.set(`POST ${path}`, shotOf(path, await browser.post(path, fields)))
  return shots
}

const asset = Promise.resolve({ status: 200, text: '', type: 'text/css', location: undefined })

type Answered = { status: number; text?: string; headers: Record<string, string> }

function shotOf(path: string, { status, text = '', headers }: Answered): string {
  const { date: _date, 'content-length': _length, etag, ...others } = headers
  // Each request of a test has a port of its own, and the tag of what names its own address follows it.
  const rest = /127\.0\.0\.1:\d/.test(text) ? others : { ...others, etag }
  const body = sameLength(path, text).replaceAll(/127\.0\.0\.1:\d+/g, 'here')
  return `${status}\n${JSON.stringify(rest)}\n${body}`
}

function sameLength(path: string, text: string): string {
  if (path.startsWith('/history/export'))
    return text
      .split('\n')
      .filter((line) => line.includes('"body"'))
      .join('\n')
  return path.startsWith('/history') ? text.replaceAll(/\d[\d,]* events?/g, 'some events') : text
}

/** The addresses whose answers are not the same in both. */
export function differing(before: Map<string, string>, after: Map<string, string>): string[] {
  const all = new Set([...before.keys(), ...after.keys()])
  return [...all].filter((path) => before.get(path) !== after.get(path))
}
