export type Answer = { status: number; text: string; type: string; location: string | undefined }
export type Visit = { path: string; from: string; answer: Answer }

/** Ids, keys and the values of queries left out: /claims/12?state=open becomes /claims/0?state. */
const shape = (path: string): string => {
  const { pathname, searchParams } = new URL(path, 'http://here')
  const kind = pathname.replaceAll(/\d+/g, '0').replace(/(?<=^\/settings\/[a-z]+\/)[a-z-]+/, 'key')
  return `${kind}?${[...searchParams.keys()].sort().join('&')}`
}

/**
 * Follows every internal link from `start`, at most `each` pages of one shape, and returns each visit with the page it was
 * linked from. `get` asks for one path without following redirects.
 */
export async function crawl(get: (path: string) => Promise<Answer>, { start = '/', each = 4 } = {}): Promise<Visit[]> {
  const waiting = [{ path: start, from: 'the start' }]
  const seen = new Set([start])
  const shapes = new Map<string, number>()
  const visits: Visit[] = []
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next
    const count = (shapes.get(shape(path)) ?? 0) + 1
    shapes.set(shape(path), count)
    if (count > each) continue
    const answer = await get(path)
    visits.push({ path, from, answer })
    for (const link of linksOf(answer, path)) {
      if (seen.has(link)) continue
      seen.add(link)
      waiting.push({ path: link, from: path })
    }
  }
  return visits
}

/**
 * The internal addresses that an answer points at, without fragments. `nofollow` marks filters that mix with one another: each
 * mixture would be a shape of its own, and tests of the list hold them.
 */
function linksOf(answer: Answer, path: string): Set<string> {
  const found = answer.type.startsWith('text/html')
    ? [...answer.text.matchAll(/(?<!rel="nofollow")\s(?:href|src|hx-get)="([^"]*)"/g)].map(([, to = '']) => to)
    : []
  for (const [form] of answer.text.matchAll(/<form\b[^>]*\bmethod="get"[^>]*>/g))
    found.push(/\saction="([^"]*)"/.exec(form)?.[1] ?? path)
  if (answer.location) found.push(answer.location)
  const links = found.map((to) => new URL(to.replaceAll('&amp;', '&'), new URL(path, 'http://here')))
  return new Set(
    links.filter(({ origin }) => origin === 'http://here').map(({ pathname, search }) => pathname + search),
  )
}

/** The fragments that links of a page point at within it, and that are not there. */
export function missingAnchors({ text }: Answer): string[] {
  const ids = new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id))
  return [...text.matchAll(/\shref="#([^"]+)"/g)].map(([, id = '']) => id).filter((id) => !ids.has(id))
}
