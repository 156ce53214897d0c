import { wordsOf } from './terms.ts'

const titles = new Set(
  'mr mrs ms dr sir lady lord president presidentelect vice sen senator rep representative gov governor prime minister chancellor king queen prof professor general gen secretary'.split(
    ' ',
  ),
)
const endings = new Set(['jr', 'sr', 'ii', 'iii'])

/** The words of a speaker's name without titles; nothing for a name that is none. */
export const nameWords = (name: string): string[] => {
  const words = wordsOf(name.replaceAll(/\(.*?\)/g, ' ')).filter((word) => !endings.has(word))
  const bare = words.filter((word) => !titles.has(word))
  return bare.length > 0 ? bare : words
}

/** Whether two names are of the same speaker: the same family name, and the same first name where both have one. */
export function sameSpeaker(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0 || a.at(-1) !== b.at(-1)) return false
  return a.length === 1 || b.length === 1 || a[0] === b[0]
}
