import { type Alike, type WeighedSource, groupSources, isNamed } from './grouping.ts'
import { nameKey } from './publisher.ts'
import { siteOf } from './site.ts'

/** Every two sources are held against each other only where there are not more of them. */
const mostPairwise = 40

/** `groupSources(…).independent` without the groups and the reasons, for where thousands of lists are counted. */
export function countIndependent(sources: readonly WeighedSource[], alike: Alike = []): number {
  // One alone counts, whoever publishes it.
  if (sources.length < 2) return sources.length
  if (sources.length > mostPairwise) return groupSources(sources, alike).independent
  const groups = groupNumbers(sources.map(traitsOf), alike)
  const named = new Set(groups.filter((_, index) => sources[index] && isNamed(sources[index])))
  return Math.max(named.size, 1)
}

/** What makes a source one with another; empty and null tie nothing. */
type Traits = { id: number; originId: number | null; site: string | null; publisher: string; origin: string }

const traitsOf = ({ id, originId, url, publisher, origin }: WeighedSource): Traits => ({
  id,
  originId,
  site: siteOf(url),
  publisher: nameKey(publisher),
  origin: originId === null ? nameKey(origin) : '',
})

/** The number of the group of each, also by way of others. */
function groupNumbers(all: readonly Traits[], alike: Alike): number[] {
  let groups = all.map((_, index) => index)
  for (const [index, one] of all.entries()) {
    for (let other = 0; other < index; other += 1) {
      const [group, taken] = [groups[index], groups[other]]
      const against = all[other]
      if (group === taken || !against || !(areTied(one, against) || areAlike(one, against, alike))) continue
      groups = groups.map((number) => (number === taken ? (group ?? number) : number))
    }
  }
  return groups
}

const areTied = (a: Traits, b: Traits): boolean =>
  (a.site !== null && a.site === b.site) || areOfOneName(a, b) || areOfOneSource(a, b)

const areOfOneName = (a: Traits, b: Traits): boolean =>
  (a.publisher !== '' && (a.publisher === b.publisher || a.publisher === b.origin)) ||
  (a.origin !== '' && (a.origin === b.publisher || a.origin === b.origin))

const areOfOneSource = (a: Traits, b: Traits): boolean =>
  a.originId === b.id || b.originId === a.id || (a.originId !== null && a.originId === b.originId)

const areAlike = (a: Traits, b: Traits, alike: Alike): boolean =>
  alike.some((pair) => pair.includes(a.id) && pair.includes(b.id))
