import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyFolder } from '../../support/folder.ts'

const things = ['harbour dues', 'ferry fares', 'bridge tolls', 'school meals', 'tram lines', 'library hours']
const places = ['Northhaven', 'Eastmoor', 'Westfield', 'Southbay', 'Millbrook']

/** Thirty checks: what happened to each thing in each place, always another figure. */
export const checks = things.flatMap((thing, i) =>
  places.map((place, j) => ({
    claim_id: `c${i}${j}`,
    date: `${2001 + i}-0${j + 1}-10`,
    speaker: j % 2 === 0 ? 'Ada Larsen' : 'Ben Okoro',
    verdict: 'false',
    url: '/x',
    title: `Did ${thing} in ${place} double?`,
    claim: `The ${thing} of ${place} rose by ${10 + 7 * i + j} percent within two years.`,
    stated: 'in a debate',
  })),
)

/** One question about each check, in another wording, at six events. */
export const questions = checks.map(({ claim_id, speaker }, n) => {
  const thing = things[Math.floor(n / places.length)] ?? ''
  const place = places[n % places.length] ?? ''
  return {
    query_id: `q-${claim_id}`,
    split: n % 5 === 4 ? 'dev' : 'train',
    event_date: `20${10 + (n % 6)}-01-01`,
    speaker: speaker.split(' ').at(-1)?.toUpperCase() ?? '',
    prev: `Let us talk about ${place}.`,
    text: `In ${place} they raised the ${thing} again, by ${10 + 7 * Math.floor(n / 5) + (n % 5)} percent.`,
    next: 'People pay that every day.',
  }
})

/** Rows as a tab-separated file with a header. */
export function tableOf(rows: readonly Record<string, string>[]): string {
  const names = Object.keys(rows[0] ?? {})
  return [names.join('\t'), ...rows.map((row) => names.map((name) => row[name]).join('\t'))].join('\n')
}

/** A folder laid out as the match-debates data is. */
export function debates(): string {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'claims.tsv'), tableOf(checks))
  writeFileSync(join(folder, 'queries.train.tsv'), tableOf(questions))
  const pairs = questions.map(({ query_id }) => ({ query_id, claim_id: query_id.slice(2) }))
  writeFileSync(join(folder, 'qrels.train.tsv'), tableOf(pairs))
  return folder
}
