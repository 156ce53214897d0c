import type { Token } from './tokens.ts'
import { reportingVerb } from './verbs.ts'
import { adverbs, auxiliaries, calendar, determiners, joints, openers, prepositions, pronouns } from './word-lists.ts'

/** A run of tokens, `to` exclusive. */
export type Run = { from: number; to: number }

type Tokens = readonly Token[]

/** Whether it is one of these marks; no token is none. */
export const isMark = (token: Token | undefined, ...marks: string[]): boolean =>
  token?.kind === 'mark' && marks.includes(token.text)
/** A dash between words, not the hyphen inside one. */
export const isDash = (token: Token | undefined): boolean => isMark(token, '—', '–')
/** An adverb by its form (-ly) or by the list. */
export const isAdverb = ({ lower, capital }: Token): boolean =>
  adverbs.has(lower) || (!capital && /.{3}ly$/.test(lower))
/** A capital that is not only there because a sentence begins. */
export const isName = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  token.capital &&
  !(token.first && openers.has(token.lower)) &&
  !calendar.has(token.lower) &&
  token.text !== 'I'

/** The words that do what the verb at `at` says, before it; undefined where none can be made out. */
export function subjectBefore(tokens: Tokens, at: number): Run | undefined {
  const end = skipBack(tokens, at - 1)
  const last = tokens[end]
  if (!last || last.kind === 'quotation') return undefined
  if (isMark(last, ',') || isDash(last)) return beforeApposition(tokens, end)
  if (isMark(last, ')')) {
    const open = tokens.findLastIndex((token, index) => index < end && isMark(token, '('))
    return open > 0 ? phraseEndingAt(tokens, open - 1) : undefined
  }
  if (last.lower === 'who' || last.lower === 'which') {
    const before = isMark(tokens[end - 1], ',') ? end - 2 : end - 1
    return phraseEndingAt(tokens, before)
  }
  if (last.lower === 'and' || last.lower === 'or') return undefined
  return withAntecedent(tokens, phraseEndingAt(tokens, end))
}

// “Those who went through on Monday said”: whoever stands before “who”.
function withAntecedent(tokens: Tokens, phrase: Run | undefined): Run | undefined {
  if (!phrase || tokens[phrase.from - 1]?.lower !== 'who') return phrase
  const before = phraseEndingAt(tokens, phrase.from - (isMark(tokens[phrase.from - 2], ',') ? 3 : 2))
  return before && { from: before.from, to: phrase.to }
}

function skipBack(tokens: Tokens, from: number): number {
  let at = from
  for (; at >= 0; at--) {
    const token = tokens[at]
    if (!token || token.kind !== 'word') {
      // “X, however, said”
      const inner = tokens[at - 1]
      if (isMark(token, ',') && inner?.kind === 'word' && isAdverb(inner) && isMark(tokens[at - 2], ',')) at -= 2
      else return at
    } else if (!isAdverb(token) && !auxiliaries.has(token.lower)) return at
  }
  return at
}

// “Miriam Castellane, 51, the chief executive of Harrow & Vine, said”
function beforeApposition(tokens: Tokens, comma: number): Run | undefined {
  let close = comma
  for (let tries = 0; tries < 4; tries++) {
    const open = previousComma(tokens, close)
    if (open <= 0) return undefined
    const start = Math.max(previousComma(tokens, open), clauseStart(tokens, open - 1) - 1)
    const segment = tokens.slice(start + 1, open)
    if (!isAside(segment) || start < 0) return withAntecedent(tokens, phraseEndingAt(tokens, open - 1))
    close = open
  }
  return undefined
}

function previousComma(tokens: Tokens, before: number): number {
  for (let at = before - 1; at >= 0; at--) {
    const token = tokens[at]
    if (token?.kind === 'quotation' && at < before - 1 && /[,.?!]\P{L}?$/u.test(token.text)) return -1
    if (isMark(token, ',') || isDash(token)) return at
  }
  return -1
}

// What stands between two commas and says more about somebody: an age, a relative clause, an office after a name.
function isAside(segment: Tokens): boolean {
  const [head] = segment
  if (!head) return false
  if (segment.every(({ text }) => /^\d/.test(text))) return true
  return ['who', 'whose', 'which', 'where', 'with'].includes(head.lower) || prepositions.has(head.lower)
}

/** Where the clause begins that the token at `end` closes. */
function clauseStart(tokens: Tokens, end: number): number {
  for (let at = end; at >= 0; at--) {
    const token = tokens[at]
    if (!token) continue
    if (token.kind === 'quotation' && at === end) continue
    if (token.kind === 'quotation') return isShort(token) ? at : at + 1
    if (token.kind === 'mark' && !/^[&/(’'.]$/.test(token.text)) return at + 1
    if (token.kind === 'mark' && token.text === '(') return at + 1
    if (token.kind === 'word' && isBoundary(tokens, at, end)) return at + 1
  }
  return 0
}

const isShort = ({ text }: Token) => text.length < 25 && !/[,.?!]\P{L}?$/u.test(text)

function isBoundary(tokens: Tokens, at: number, end: number): boolean {
  const token = tokens[at]
  if (!token) return true
  const { lower } = token
  if (joints.has(lower) || lower === 'who' || auxiliaries.has(lower)) return true
  if (lower === 'and' || lower === 'or') return at === 0 || hasVerb(tokens, at)
  if (token.capital && !token.first) return false
  const verb = reportingVerb(lower)
  const isNoun = at + 1 <= end && prepositions.has(tokens[at + 1]?.lower ?? '')
  return (
    verb !== undefined &&
    verb.form !== 'base' &&
    !(verb.form === 'present' && isNoun) &&
    at < end &&
    !determiners.has(tokens[at - 1]?.lower ?? '')
  )
}

// Whether something was done before “and”: then it joins clauses, not names.
function hasVerb(tokens: Tokens, before: number): boolean {
  for (let at = before - 1; at >= 0; at--) {
    const token = tokens[at]
    if (!token || token.kind === 'quotation' || (token.kind === 'mark' && token.text !== ','))
      return token?.kind === 'quotation'
    if (token.kind !== 'word') continue
    if (auxiliaries.has(token.lower) || reportingVerb(token.lower)?.form === 'past') return true
    if (!token.capital && /(?:ed|ought|ung|ew|ook|oke|ent|eft|ade|ame)$/.test(token.lower)) return true
  }
  return false
}

/** The phrase whose last token stands at `end`: adverbs and places that open its clause left out. */
export function phraseEndingAt(tokens: Tokens, end: number): Run | undefined {
  const last = tokens[end]
  if (!last || last.kind === 'mark' || last.kind === 'quotation') return undefined
  let from = clauseStart(tokens, end)
  while (from < end && isOpening(tokens, from)) from++
  const opening = tokens[from]
  if (opening && prepositions.has(opening.lower)) from = freshPhrase(tokens, from, end)
  if (from > end || from < 0) return undefined
  const head = tokens[end]
  if (!head || head.kind !== 'word') return head?.kind === 'possessive' ? undefined : { from, to: end + 1 }
  if (pronouns.has(head.lower)) return { from: end, to: end + 1 }
  if (
    determiners.has(head.lower) &&
    from === end &&
    !/^(?:this|these|those|many|some|several|both|all|another|others)$/.test(head.lower)
  )
    return undefined
  if (prepositions.has(head.lower) || head.lower === 'to') return undefined
  return { from, to: end + 1 }
}

const openingWords = new Set(
  'and but or so yet still earlier later meanwhile then yesterday today nevertheless nonetheless instead finally as'.split(
    ' ',
  ),
)

function isOpening(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  if (openingWords.has(token.lower) || calendar.has(token.lower)) return true
  if ((token.lower === 'last' || token.lower === 'this' || token.lower === 'next') && isPeriod(tokens[at + 1]))
    return true
  if (isPeriod(token) && ['last', 'this', 'next'].includes(tokens[at - 1]?.lower ?? '')) return true
  return isAdverb(token) && !determiners.has(token.lower)
}

/** “week”, “month”: after “last”, a time. */
export const isPeriod = (token: Token | undefined) =>
  /^(?:week|month|year|night|morning|evening|afternoon|spring|summer|autumn|winter)$/.test(token?.lower ?? '')

// “On Tuesday Healey”, “In the chamber the minister”: where the phrase after that begins.
function freshPhrase(tokens: Tokens, from: number, end: number): number {
  for (let at = from + 2; at <= end; at++) {
    const token = tokens[at]
    const before = tokens[at - 1]
    if (!token || !before) continue
    const isFree = before.kind === 'word' && !prepositions.has(before.lower) && !determiners.has(before.lower)
    const begins =
      determiners.has(token.lower) ||
      pronouns.has(token.lower) ||
      (isName(token) && (!before.capital || calendar.has(before.lower)))
    if (isFree && begins) return at
  }
  return end + 1
}
