import { type Run, isMark, isName, phraseEndingAt } from './phrases.ts'
import type { Token } from './tokens.ts'
import { reportingVerb } from './verbs.ts'
import { auxiliaries, calendar, determiners, particles, prepositions, pronouns, roles } from './word-lists.ts'

type Tokens = readonly Token[]

/** The words that a sentence is about, before its first verb; looked for up to `before`. */
export function sentenceSubject(tokens: Tokens, before = tokens.length): Run | undefined {
  for (let at = 0; at < before; at++) {
    const token = tokens[at]
    if (token?.kind !== 'word' || !isVerb(tokens, at)) continue
    const end = endBefore(tokens, at)
    const phrase = end < 0 ? undefined : phraseEndingAt(tokens, end)
    if (phrase && isNominal(tokens, phrase)) return phrase
  }
  return undefined
}

function endBefore(tokens: Tokens, verb: number): number {
  let at = verb - 1
  while (
    at >= 0 &&
    ((tokens[at]?.lower.endsWith('ly') ?? false) ||
      auxiliaries.has(tokens[at]?.lower ?? '') ||
      ['also', 'still', 'then', 'now', 'later'].includes(tokens[at]?.lower ?? ''))
  )
    at--
  if (!isMark(tokens[at], ',')) return at
  const open = tokens.findLastIndex((token, index) => index < at && isMark(token, ','))
  return open > 0 ? open - 1 : -1
}

function isVerb(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  if (!token || token.capital) return false
  if (auxiliaries.has(token.lower)) return true
  if (reportingVerb(token.lower)?.form === 'past') return true
  if (determiners.has(token.lower) || prepositions.has(token.lower) || roles.has(token.lower)) return false
  if (/.{2}ed$/.test(token.lower))
    return !determiners.has(tokens[at - 1]?.lower ?? '') && tokens[at + 1]?.kind !== undefined
  if (irregular.has(token.lower)) return true
  const before = tokens[at - 1]
  return (
    /[a-z]s$/.test(token.lower) &&
    before?.kind === 'word' &&
    (isName(before) || ['he', 'she', 'it'].includes(before.lower))
  )
}

const irregular = new Set(
  'met went came made took gave got saw left won lost led ran stood sat spoke drew drove began became brought built bought caught chose fell felt fought flew forgot grew heard held hit kept knew laid let paid put read rose sent set shook shot shut sold spent stuck struck taught threw understood woke wore wound broke cut'.split(
    ' ',
  ),
)

const isNominal = (tokens: Tokens, { from, to }: Run) =>
  tokens
    .slice(from, to)
    .some(
      (token) =>
        isName(token) ||
        pronouns.has(token.lower) ||
        determiners.has(token.lower) ||
        roles.has(token.lower) ||
        particles.has(token.lower),
    ) && !calendar.has(tokens[to - 1]?.lower ?? '')
