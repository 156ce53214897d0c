import { nameKey } from './publisher.ts'
import { siteOf } from './site.ts'

/** What is asked of a source to tell whether it is somebody else's than another. */
export type WeighedSource = {
  id: number
  title: string
  publisher: string | null
  url: string | null
  /** Where its information comes from: a name, or the id of another source. */
  origin: string | null
  originId: number | null
  primary: boolean
  confidential: boolean
}

export type TieKind = 'publisher' | 'site' | 'origin' | 'text'

/** Why some sources count as one; `name` is that of the publisher, site or origin as it is shown, null where there is none. */
export type Tie = { kind: TieKind; name: string | null; sources: WeighedSource[] }

/** Sources that count as one, in the order given, and why. One that stands alone is a group without ties. */
export type Group = { sources: WeighedSource[]; ties: Tie[] }

/** `independent` counts the groups with a known publisher, or 1 where there are only others. */
export type Grouping = { groups: Group[]; independent: number; unnamed: WeighedSource[] }

/** Pairs of ids of sources that carry the same text. */
export type Alike = readonly (readonly [number, number])[]

/**
 * Puts together the sources that count as one, each given once: those of one publisher, one site, one stated origin, or that
 * carry the same text, also by way of others. One without a publisher that is tied to nothing cannot be told from others, so
 * it is in `unnamed` and counts for nothing beside them.
 */
export function groupSources(sources: readonly WeighedSource[], alike: Alike = []): Grouping {
  const ties = [...tiesByName(sources), ...tiesByText(sources, alike)]
  const groups = joined(sources, ties)
  const named = groups.filter((group) => group.sources.some(isNamed))
  return {
    groups: named,
    independent: Math.max(named.length, Math.min(1, sources.length)),
    unnamed: groups.filter((group) => !named.includes(group)).flatMap((group) => group.sources),
  }
}

/** Whether a publisher is noted for it, be it only one name. */
export const isNamed = ({ publisher }: { publisher: string | null }): boolean => nameKey(publisher) !== ''

type Key = { kind: TieKind; key: string; name: string | null }

function tiesByName(sources: readonly WeighedSource[]): Tie[] {
  const found = new Map<string, Tie>()
  for (const source of sources) {
    for (const { kind, key, name } of keysOf(source)) {
      const tie = found.get(key) ?? { kind, name, sources: [] }
      // What is named as the origin of another source is an origin, be it a publisher.
      if (kind === 'origin' && tie.kind !== kind) Object.assign(tie, { kind, name: name ?? tie.name })
      tie.name ??= name
      if (tie.sources.at(-1) !== source) tie.sources.push(source)
      found.set(key, tie)
    }
  }
  return [...found.values()].filter((tie) => tie.sources.length > 1)
}

function keysOf({ id, title, publisher, url, origin, originId, confidential }: WeighedSource): Key[] {
  const [site, publisherKey, originKey] = [siteOf(url), nameKey(publisher), originId === null ? nameKey(origin) : '']
  const keys: (Key | false)[] = [
    publisherKey !== '' && { kind: 'publisher', key: `name ${publisherKey}`, name: publisher },
    site !== null && { kind: 'site', key: `site ${site}`, name: site },
    originKey !== '' && { kind: 'origin', key: `name ${originKey}`, name: origin },
    // Its own number, for those that name it; the tie is one only when somebody does.
    { kind: 'publisher', key: `source ${id}`, name: confidential ? null : `“${title}”` },
    originId !== null && { kind: 'origin', key: `source ${originId}`, name: null },
  ]
  return keys.filter((key) => key !== false)
}

function tiesByText(sources: readonly WeighedSource[], alike: Alike): Tie[] {
  const pairs = alike.map((pair) => sources.filter(({ id }) => pair.includes(id))).filter((pair) => pair.length === 2)
  const found = joined(
    sources,
    pairs.map((pair) => ({ kind: 'text', name: null, sources: pair })),
  )
  return found
    .filter((group) => group.sources.length > 1)
    .map((group) => ({ kind: 'text', name: null, sources: group.sources }))
}

// Union-find: each source points at another of its group, the first one at itself.
function joined(sources: readonly WeighedSource[], ties: readonly Tie[]): Group[] {
  const parents = new Map(sources.map((source) => [source, source]))
  const first = (source: WeighedSource): WeighedSource => {
    let found = source
    for (let parent = parents.get(found); parent && parent !== found; parent = parents.get(found)) found = parent
    return found
  }
  for (const tie of ties) {
    const [head, ...rest] = tie.sources.map(first)
    for (const one of rest) if (head && first(one) !== first(head)) parents.set(first(one), first(head))
  }
  const groups = Map.groupBy(sources, first)
  const tied = Map.groupBy(ties, (tie) => tie.sources[0] && first(tie.sources[0]))
  return [...groups].map(([head, members]) => ({ sources: members, ties: tied.get(head) ?? [] }))
}
