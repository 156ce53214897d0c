import { type Run, isAdverb, isMark, isName, isPeriod } from './phrases.ts'
import type { Token } from './tokens.ts'
import { reportingVerb } from './verbs.ts'
import { auxiliaries, calendar, determiners, joints, particles, prepositions, pronouns, roles } from './word-lists.ts'

type Tokens = readonly Token[]

const adjuncts = new Set(
  'statement interview email letter post report speech message tweet news press television radio court parliament public private full turn response reply'.split(
    ' ',
  ),
)

/** The phrase that begins at `at`, after a verb: “said Tobias Renfield, the opposition’s spokesman”. Apposition is left out. */
export function phraseFrom(tokens: Tokens, at: number): Run | undefined {
  const first = tokens[at]
  if (!first || first.kind !== 'word') return undefined
  if (pronouns.has(first.lower) && first.lower !== 'who') return { from: at, to: at + 1 }
  if (prepositions.has(first.lower) || joints.has(first.lower) || isAdverb(first) || calendar.has(first.lower))
    return undefined
  let to = at
  while (to < tokens.length && goesOn(tokens, to, at)) to++
  while (to > at && (prepositions.has(tokens[to - 1]?.lower ?? '') || determiners.has(tokens[to - 1]?.lower ?? '')))
    to--
  return to > at ? { from: at, to } : undefined
}

function goesOn(tokens: Tokens, at: number, from: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'quotation') return false
  if (token.kind === 'mark') return /^[&/.]$/.test(token.text) && tokens[at + 1]?.kind === 'word' && token.text !== '.'
  if (token.kind === 'possessive') return true
  if (joints.has(token.lower) || token.lower === 'who' || auxiliaries.has(token.lower) || calendar.has(token.lower))
    return false
  if (particles.has(token.lower) && tokens[at + 1]?.capital) return true
  if (['last', 'this', 'yesterday', 'today', 'earlier', 'later'].includes(token.lower)) return at === from
  if (prepositions.has(token.lower)) {
    if (!/^(?:of|for|at|from|with|in)$/.test(token.lower)) return false
    const next = tokens[at + 1]
    const object = determiners.has(next?.lower ?? '') ? tokens[at + 2] : next
    const isTime = calendar.has(object?.lower ?? '') || adjuncts.has(object?.lower ?? '') || isPeriod(object)
    return (
      !isTime &&
      (token.lower === 'of' ||
        token.lower === 'for' ||
        roles.has(tokens[at - 1]?.lower ?? '') ||
        !isName(tokens[at - 1]))
    )
  }
  if (token.lower === 'and') return isName(tokens[at + 1]) && isName(tokens[at - 1])
  return !(at > from && isAdverb(token)) && !(at > from && pronouns.has(token.lower))
}

/** The words that say more about the phrase before `comma`, up to the next comma or the end; undefined where none do. */
export function appositionAfter(tokens: Tokens, comma: number): Run | undefined {
  if (!isMark(tokens[comma], ',')) return undefined
  let from = comma + 1
  if (/^\d{1,3}$/.test(tokens[from]?.text ?? '') && isMark(tokens[from + 1], ',')) from += 2
  const head = tokens[from]
  if (!head || head.kind !== 'word') return undefined
  let to = from
  while (to < tokens.length && !stopsApposition(tokens[to])) to++
  const words = tokens.slice(from, to)
  const isRole = words.some(({ lower }) => roles.has(lower))
  return isRole && words.length <= 14 && !words.some(({ lower }) => auxiliaries.has(lower)) ? { from, to } : undefined
}

const stopsApposition = (token: Token | undefined) =>
  !token ||
  token.kind === 'quotation' ||
  (token.kind === 'mark' && !/^[&/]$/.test(token.text)) ||
  joints.has(token.lower) ||
  token.lower === 'who' ||
  reportingVerb(token.lower)?.form === 'past'
