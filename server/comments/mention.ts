/** A place in a text where people are named after an @, the sign included; offsets are UTF-16 code units. */
export type Mention<T> = { start: number; end: number; people: T[] }

type Named = { name: string }

/**
 * Where the text names people as @Full Name, however they write their case, spaces and accents' composition: the longest
 * name counts, and an @ within a word or an address is none. People of the same name are all meant.
 */
export function mentionsIn<T extends Named>(text: string, people: readonly T[]): Mention<T>[] {
  const keys = keysOf(people)
  const found: Mention<T>[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const mention = /[\p{L}\p{N}\p{M}/]$/u.test(text.slice(Math.max(0, at - 2), at))
      ? undefined
      : nameAt(text, at, keys)
    if (!mention) continue
    found.push(mention)
    at = mention.end - 1
  }
  return found
}

/** Each person named in the text, once; what stands in Markdown's code is not meant. */
export function mentionedIn<T extends Named>(text: string, people: readonly T[]): T[] {
  const prose = text.replaceAll(/```[^]*?(?:```|$)|`[^`\n]*`/g, ' ')
  return [...new Set(mentionsIn(prose, people).flatMap((mention) => mention.people))]
}

// Taken apart, so that the beginning of a name is the beginning of its key; letter by letter, since a sigma alone does not depend on what follows it.
const keyOf = (text: string): string =>
  Array.from(text.normalize('NFKD'))
    .map((letter) => letter.toUpperCase().toLowerCase())
    .join('')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/\s+/gu, ' ')

function keysOf<T extends Named>(people: readonly T[]): Map<string, T[]> {
  const keys = new Map<string, T[]>()
  for (const person of people) {
    const key = keyOf(person.name).trim()
    if (key !== '') keys.set(key, [...(keys.get(key) ?? []), person])
  }
  return keys
}

function nameAt<T>(text: string, start: number, keys: Map<string, T[]>): Mention<T> | undefined {
  const names = [...keys.keys()]
  const farthest = start + 2 * Math.max(0, ...names.map((name) => name.length)) + 20
  let found: Mention<T> | undefined
  let end = start + 1
  while (end < text.length && end < farthest) {
    end += letterAt(text, end).length
    const next = letterAt(text, end)
    // A mark belongs to the letter before it.
    if (/^\p{M}/u.test(next)) continue
    const key = keyOf(text.slice(start + 1, end))
    if (!names.some((name) => name.startsWith(key))) break
    const people = /^[\p{L}\p{N}]/u.test(next) ? undefined : keys.get(key)
    if (people) found = { start, end, people }
  }
  return found
}

function letterAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}
