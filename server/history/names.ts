import type { Conn } from '../../db/conn.ts'
import { claimNumber } from '../claims/words.ts'
import type { EventBody } from './body.ts'
import { type Ids, namesOf, ratingLabels } from './names-store.ts'
import type { Names, Piece } from './pieces.ts'

/** The names of everything that some events mention. */
export type Known = {
  person: (id: number) => string
  article: (id: number) => string | undefined
  claim: (id: number) => string | undefined
  source: (id: number) => string | undefined
  /** Only what is not confidential: an event is shown by what it is about, not by what else it names. */
  openSource: (id: number) => string | undefined
  rating: (key: string) => string
}

/** Looks up all names that the events need: at most one query a kind of thing, however many events. */
export async function lookUp(conn: Conn, bodies: EventBody[]): Promise<Known> {
  const found = await namesOf(conn, idsIn(bodies))
  const labels = bodies.some((body) => 'rating' in body.data) ? await ratingLabels(conn) : new Map<string, string>()
  const people = new Map(found.people.map(({ id, name }) => [id, name]))
  const articles = new Map(found.articles.map(({ id, title }) => [id, title]))
  const claims = new Map(found.claims.map((claim) => [claim.id, claimNumber(claim)]))
  const sources = new Map(found.sources.map(({ id, title }) => [id, title]))
  const open = new Set(found.sources.filter(({ confidential }) => !confidential).map(({ id }) => id))
  return {
    person: (id) => people.get(id) ?? `Person ${id}`,
    article: (id) => articles.get(id),
    claim: (id) => claims.get(id),
    source: (id) => sources.get(id),
    openSource: (id) => (open.has(id) ? sources.get(id) : undefined),
    rating: (key) => labels.get(key) ?? key,
  }
}

function idsIn(bodies: EventBody[]): Ids {
  const ids: Ids = { people: new Set(), articles: new Set(), claims: new Set(), sources: new Set() }
  const add = (set: Set<number>, id: unknown) => typeof id === 'number' && set.add(id)
  for (const { actor, person, article, claim, source, type, data } of bodies) {
    add(ids.people, actor)
    add(ids.people, person)
    add(ids.articles, article)
    add(ids.claims, claim)
    add(ids.sources, source)
    for (const id of namedIn[type]?.(data) ?? []) add(ids.people, id)
    if (type === 'source.merged' || type === 'source.separated') add(ids.sources, data.merged)
    if (type === 'citation.added' || type === 'citation.removed') add(ids.claims, data.cited)
    if (type === 'relation.added' || type === 'relation.withdrawn') add(ids.claims, data.other)
  }
  return ids
}

// Where the data of an event names people besides those the event is about.
const namedIn: Partial<Record<string, (data: Record<string, unknown>) => unknown[]>> = {
  'claim.assigned': ({ before, after }) => [before, after],
  'round.opened': ({ first, second }) => [first, second],
  'round.checkers_changed': ({ after }) => (Array.isArray(after) ? after : []),
  'work.handed_over': ({ from, to }) => [from, to],
}

/** What the sentence about one event may name, with the addresses. */
export function namesFor({ actor, person, article, claim, source }: EventBody, known: Known): Names {
  const personPiece = (id: number): Piece => ({ text: known.person(id), href: `/people/${id}` })
  return {
    article: link(article, known.article, { none: 'an article', path: '/articles' }),
    claim: link(claim, (id) => numbered(known.claim(id)), { none: 'a claim', path: '/claims' }),
    source: link(source, known.source, { none: 'a source', path: '/sources' }),
    subject: person === undefined ? 'somebody' : personPiece(person),
    actor,
    ownDoing: person === undefined || person === actor,
    person: personPiece,
    otherSource: (id) => link(id, known.openSource, { none: 'another source', path: '/sources' }),
    otherClaim: (id) => link(id, (one) => numbered(known.claim(one)), { none: 'another claim', path: '/claims' }),
    rating: known.rating,
  }
}

const numbered = (number: string | undefined) => number && `claim ${number}`

type Words = { none: string; path: string }

function link(id: number | undefined, name: (id: number) => string | undefined, { none, path }: Words): Piece {
  const text = id === undefined ? undefined : name(id)
  return text === undefined ? none : { text, href: `${path}/${id}` }
}
