import type { Newsroom } from '../support/newsroom.ts'
import { routesOf } from './routes.ts'

/** What may stand for each part of a public address that varies: what there is, what there was and what there is not. */
const values: Record<string, string[]> = {
  slug: ['harbour-closed', 'port-ellery', 'the-bridge', 'the-mill', 'the-quarry'],
  id: ['1', '2', '999'],
  key: ['the-warden', 'harbour', 'nobody'],
}

/** The same for claims, each within its report. */
const claims = [
  ['harbour-closed', '1-the-harbour-closed-on-monday'],
  ['harbour-closed', '2-twelve-boats-stayed-outside'],
  ['harbour-closed', '3-the-council-denied-it'],
  ['harbour-closed', '4'],
  ['port-ellery', '1'],
  ['the-bridge', '1-the-harbour-closed-on-monday'],
  ['the-mill', '1-the-harbour-closed-on-monday'],
  ['nothing', '1'],
] as const

/** What is asked for behind an address that takes a query. */
const queries: Record<string, string[]> = {
  '/': [
    '/?q=harbour',
    '/?q=albatross',
    '/?q=Draft',
    '/?q=told+-harbour',
    '/?claimant=the-warden&q=closed',
    '/?rating=false',
    '/?after=2025-05-12T09:00:00.000Z_r1.2',
  ],
  '/report-an-error': ['1', '2', '4'].map((number) => `/report-an-error?about=%2Freports%2Fharbour-closed%2F${number}`),
}

const missing = ['/nothing', '/reports', '/reports/harbour-closed/1/2', '/reports/%', '/claims/1', '/claims/1.json']

// Asked for a token before anything else, and slowed down without one. The marks are looked for there, too.
const takesToken = /^\/api\/v1\/(?!openapi\.json$)/

/** Every public address of the application, from its own list of routes, with every value for what varies in it. */
export function publicAddresses(news: Pick<Newsroom, 'app'>): string[] {
  const open = routesOf(news).filter(({ method, open, path }) => open && method === 'get' && !takesToken.test(path))
  const found = open.flatMap(({ path }) => filled(path))
  return [...new Set([...found, ...found.flatMap((path) => queries[path] ?? []), ...missing])]
}

function filled(path: string): string[] {
  if (path.includes(':slug/:claim'))
    return claims.flatMap(([slug, claim]) => filled(path.replace(':slug/:claim', `${slug}/${claim}`)))
  const [whole, name] = /:(\w+)/.exec(path) ?? []
  if (whole === undefined || name === undefined) return [path]
  const known = values[name]
  if (!known) throw new Error(`${path} is public: say in test/leaks/addresses.ts what may stand for “:${name}”.`)
  return known.flatMap((value) => filled(path.replace(whole, value)))
}
