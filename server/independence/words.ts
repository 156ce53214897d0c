import { type Group, type Grouping, type Tie, type TieKind, type WeighedSource, isNamed } from './grouping.ts'

/** The title as it is named in words that anybody may read: confidential sources have none there. */
export const titled = ({ title, confidential }: WeighedSource): string =>
  confidential ? 'another source' : `“${title}”`

const named: Record<TieKind, string> = {
  publisher: 'are published by',
  site: 'are at',
  origin: 'go back to',
  text: 'carry',
}
const unnamed: Record<TieKind, string> = {
  publisher: 'have the same publisher',
  site: 'are at the same site',
  origin: 'go back to the same source',
  text: 'carry the same text',
}

// Of what a confidential source is tied by, no name is given.
const tieWords = ({ kind, name, sources }: Tie): string =>
  name === null || sources.some(({ confidential }) => confidential) ? unnamed[kind] : `${named[kind]} ${name}`

/** Why two of the sources count as one, in words that follow “they count as one:”; undefined for two that are independent. */
export function whyOne(
  { groups, unnamed: untold }: Grouping,
  [a, b]: readonly [WeighedSource, WeighedSource],
): string | undefined {
  const nameless = [a, b].filter((source) => !isNamed(source))
  if (nameless.length === 2) return 'no publisher is noted for either'
  if (nameless[0] && untold.includes(nameless[0])) return `no publisher is noted for ${titled(nameless[0])}`
  const group = groups.find(({ sources }) => sources.includes(a) && sources.includes(b))
  const tie = group?.ties.find(({ sources }) => sources.includes(a) && sources.includes(b))
  if (tie) return `both ${tieWords(tie)}`
  if (nameless[0]) return `no publisher is noted for ${titled(nameless[0])}`
  return group && 'each counts as one with another of the sources'
}

/** How many independent sources there are, for the ledger; undefined where there is no more than one source. */
export function countWords({ groups, unnamed: untold, independent }: Grouping): string | undefined {
  const all = groups.reduce((sum, { sources }) => sum + sources.length, untold.length)
  if (all < 2) return undefined
  if (independent === all) return `${all} independent sources.`
  return `${independent} independent ${independent === 1 ? 'source' : 'sources'}, of ${all}.`
}

/** What counts as one and why, a sentence each; nothing where all are independent. */
export function reasonWords({ groups, unnamed: untold }: Grouping): string[] {
  const tied = groups.filter(({ sources }) => sources.length > 1).map(groupWords)
  const nameless = untold.map(titled)
  if (nameless.length === 0) return tied
  return [...tied, `Not counted, because no publisher is noted: ${listed(nameless)}.`]
}

function groupWords({ sources, ties }: Group): string {
  const reasons = ties.map((tie) => `${whoOf(tie, sources.length)} ${tieWords(tie)}`)
  return `${sentence(listed(sources.map(titled)))} count as one: ${reasons.join('; ')}.`
}

function whoOf({ sources }: Tie, of: number): string {
  if (sources.length < of) return `${sources.length} of them`
  return of === 2 ? 'both' : 'all'
}

const most = 8

function listed(names: string[]): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} others`] : names
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
