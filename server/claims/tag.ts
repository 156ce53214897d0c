import { comparable } from './comparable.ts'

/** The most tags a claim has. */
export const mostTags = 20
const longest = 60

/** Reads tags as people type them, separated by commas of any script; the same tag twice counts once. */
export function splitTags(text: string): { tags: string[]; problem?: string } {
  const byKey = new Map<string, string>()
  // Normalised first: some characters only then turn out to be separators.
  for (const part of text.normalize('NFC').split(/[,،、，;\n]/u)) {
    const tag = part.replaceAll(/\s+/gu, ' ').trim()
    if (tag && !byKey.has(comparable(tag))) byKey.set(comparable(tag), tag)
  }
  const tags = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag)
  if (tags.length > mostTags) return { tags, problem: `These are ${tags.length} tags; ${mostTags} are the most.` }
  const long = tags.find((tag) => tag.length > longest)
  if (long) return { tags, problem: `A tag has ${longest} characters at most. Put commas between tags.` }
  return { tags }
}

/** These tags with some added and some taken away, compared however they are spelled, in the order of the alphabet. */
export function changedTags(tags: readonly string[], { add, take }: { add: string[]; take: string[] }): string[] {
  const byKey = new Map([...add, ...tags].map((tag) => [comparable(tag), tag]))
  for (const tag of take) byKey.delete(comparable(tag))
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag)
}
