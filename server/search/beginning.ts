// English endings that the stemmer takes away, the longer ones by the way they begin.
const endings =
  'ed er ers es ies ing ings ion ions ation ations ational ative atives ator ators ically ally ality able ability ance ances ence ences ible ibility ism isms ist ists ity ities ive ives ively iveness ization izations ize izes ized izing ful fully fulness less ly ment ments ness ous ously ousness'.split(
    ' ',
  )

/**
 * Whole words that one may be about to write who has written this much, for looking up by their stems. The index holds stems:
 * “negotiati” is the beginning of no stem, and still that of “negotiation”. Words that do not exist find nothing.
 */
export function completions(beginning: string): string[] {
  if (!/^[a-z]{3,40}$/i.test(beginning)) return []
  const found = new Set(['e', 'ed', 'ing', 'y'].map((ending) => beginning + ending))
  for (const ending of endings)
    for (let typed = Math.min(ending.length - 1, beginning.length - 2); typed > 0; typed--)
      if (beginning.toLowerCase().endsWith(ending.slice(0, typed))) found.add(beginning + ending.slice(typed))
  return [...found]
}

/** What to look for as a beginning: the stemmer writes a last y as i, so that “analy” would not find “analyst”. */
export const starts = (beginning: string): string[] =>
  /^[a-z]{2,40}ys?$/i.test(beginning) ? [beginning, ...letters.map((letter) => beginning + letter)] : [beginning]

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
