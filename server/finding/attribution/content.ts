import { type Run, isDash, isMark } from './phrases.ts'
import { phraseFrom } from './phrases-after.ts'
import type { Token } from './tokens.ts'
import { type ReportingVerb, reportingVerb } from './verbs.ts'
import { adverbs, auxiliaries, calendar, prepositions, pronouns } from './word-lists.ts'

type Tokens = readonly Token[]
/** What was said; `clause` tells that it is not the words themselves. */
export type Content = { contents: Run[]; clause: boolean }

const nothing: Content = { contents: [], clause: false }

/** What stands before “X said”: the quotation, or the clause before the comma. */
export function contentBefore(tokens: Tokens, at: number): Content {
  let left = at - 1
  while (
    left >= 0 &&
    (adverbs.has(tokens[left]?.lower ?? '') || ['and', 'but', 'as'].includes(tokens[left]?.lower ?? ''))
  )
    left--
  const hasComma = isMark(tokens[left], ',', '—', '–')
  const last = hasComma || isMark(tokens[left], '.') ? left - 1 : left
  const token = tokens[last]
  if (!token) return nothing
  if (token.kind === 'quotation' && (isSpeech(token) || hasComma || left === last)) return beforeQuotation(tokens, last)
  if (!isMark(tokens[left], ',') && tokens[at]?.lower !== 'according') return nothing
  const from = startOf(tokens, last)
  return last + 1 - from < 3 ? nothing : { contents: [{ from, to: last + 1 }], clause: true }
}

// The quotation alone where a sentence opens with it, else with the words around it: The bridge is “a farce”, said X.
function beforeQuotation(tokens: Tokens, at: number): Content {
  const from = startOf(tokens, at)
  const words = tokens.slice(from, at).filter(({ kind }) => kind === 'word')
  if (words.length < 2 || isSpeech(tokens[at])) {
    const all: Run[] = []
    for (let one = at; one >= 0 && tokens[one]?.kind === 'quotation'; one--) all.unshift({ from: one, to: one + 1 })
    return { contents: all, clause: false }
  }
  return { contents: [{ from, to: at + 1 }], clause: true }
}

/** Whether a quotation ends as a sentence or part of one does. */
export const isSpeech = (token: Token | undefined): boolean =>
  token?.kind === 'quotation' && /[.,?!…—–-]\P{L}?$/u.test(token.text) && token.text.length > 6

function startOf(tokens: Tokens, end: number): number {
  for (let at = end - 1; at >= 0; at--) {
    if (isMark(tokens[at], ';', ':') || (isSpeech(tokens[at]) && at < end)) return at + 1
  }
  const first = tokens.findIndex(({ kind }) => kind !== 'mark')
  const opening = tokens[first]
  return opening && ['and', 'but', 'however', 'still', 'yet', 'meanwhile'].includes(opening.lower)
    ? first + (isMark(tokens[first + 1], ',') ? 2 : 1)
    : Math.max(first, 0)
}

/** What stands after a reporting verb, from `at` on. */
export function contentAfter(tokens: Tokens, at: number, manner: ReportingVerb['manner'], verb = ''): Content {
  if (manner === 'call') return quotationsAfter(tokens, at)
  const start = manner === 'tell' ? afterAddressee(tokens, at) : at
  const open = opening(tokens, start)
  if (open === undefined) return nothing
  const token = tokens[open.at]
  if (!token) return nothing
  if (token.kind === 'quotation' && (isSpeech(token) || !wordAfter(tokens, open.at))) return oneQuotation(open.at)
  if (token.kind === 'quotation') return clauseFrom(tokens, open.at)
  if (!open.plain && !mayFollow(tokens, open.at, { manner, verb })) return nothing
  return clauseFrom(tokens, open.at)
}

/** All that stands from `at` on, to the end of what is reported: after “according to X,”. */
export function contentAt(tokens: Tokens, at: number): Content {
  const token = tokens[at]
  return token?.kind === 'quotation' && isSpeech(token) ? oneQuotation(at) : clauseFrom(tokens, at)
}

const wordAfter = (tokens: Tokens, at: number) =>
  tokens[at + 1]?.kind === 'word' || tokens[at + 1]?.kind === 'possessive'
const oneQuotation = (at: number): Content => ({ contents: [{ from: at, to: at + 1 }], clause: false })

// “described the offer as ‘derisory’ and ‘late’”
function quotationsAfter(tokens: Tokens, at: number): Content {
  const contents: Run[] = []
  for (let one = at; one < tokens.length; one++) {
    const token = tokens[one]
    if (!token || isMark(token, ';')) break
    if (token.kind === 'quotation') contents.push({ from: one, to: one + 1 })
    else if (
      token.kind === 'word' &&
      /^(?:say|tell)$/.test(reportingVerb(token.lower)?.manner ?? '') &&
      reportingVerb(token.lower)?.form === 'past'
    )
      break
  }
  return { contents, clause: false }
}

const told = new Set('him her them us me you it'.split(' '))

function afterAddressee(tokens: Tokens, at: number): number {
  if (told.has(tokens[at]?.lower ?? '')) return at + 1
  return phraseFrom(tokens, at)?.to ?? at
}

/** Where what is said begins; `plain` when a word or mark says so. When and where it was said is passed over. */
function opening(tokens: Tokens, from: number): { at: number; plain: boolean } | undefined {
  const first = tokens[from]
  if (!first) return undefined
  if (first.lower === 'that') return { at: from + 1, plain: true }
  if (first.lower === 'to' && tokens[from + 1]?.kind === 'word' && !tokens[from + 1]?.capital)
    return { at: from, plain: false }
  if (first.kind === 'quotation') return { at: from, plain: true }
  if (isMark(first, ':')) return { at: from + 1, plain: true }
  const passes =
    isMark(first, ',') ||
    isDash(first) ||
    prepositions.has(first.lower) ||
    calendar.has(first.lower) ||
    adverbs.has(first.lower) ||
    /^(?:last|this|when|as|earlier|later|yesterday)$/.test(first.lower)
  if (!passes) return { at: from, plain: false }
  for (let at = from; at < Math.min(tokens.length, from + 22); at++) {
    const token = tokens[at]
    if (token?.lower === 'that' && at > from && !prepositions.has(tokens[at - 1]?.lower ?? ''))
      return { at: at + 1, plain: true }
    if (isMark(token, ':')) return at + 1 < tokens.length ? { at: at + 1, plain: true } : undefined
    if (token?.kind === 'quotation' && (isSpeech(token) || !isMark(tokens[at - 1], ','))) return { at, plain: true }
    if (token?.kind === 'quotation') return { at, plain: true }
    if (reportingVerb(token?.lower ?? '')?.form === 'past') return undefined
  }
  return undefined
}

const infinitives = /^(?:pledg|promis|vow|swear|swore|demand|hop|expect|claim|propos|threaten|agre)/
const modal = (token: Token | undefined) => auxiliaries.has(token?.lower ?? '')

// “found the body” reports nothing, “found the company had” does.
function mayFollow(
  tokens: Tokens,
  at: number,
  { manner, verb }: { manner: ReportingVerb['manner']; verb: string },
): boolean {
  const token = tokens[at]
  if (!token || token.kind !== 'word') return false
  if (token.lower === 'to') return infinitives.test(verb)
  const ahead = tokens.slice(at, at + 12)
  const stop = ahead.findIndex(({ kind, text }) => kind === 'mark' && /[,;:.—]/.test(text))
  const words = stop < 0 ? ahead : ahead.slice(0, stop)
  if (['how', 'why', 'what', 'where', 'whether', 'if', 'there'].includes(token.lower)) return words.length > 2
  if (pronouns.has(token.lower) && token.lower !== 'who') return words.length > 2
  if (words.slice(1).some(modal)) return true
  const isSaying = /^(?:sa(?:y|id)|tell|told|claim|argu|insist|add|maintain|warn|reckon|stress|assure)/.test(verb)
  return (manner === 'tell' || isSaying) && words.length > 3
}

/** From `from` to the end of what it reports: the sentence, or a comma before another report. */
function clauseFrom(tokens: Tokens, from: number): Content {
  let to = from
  for (; to < tokens.length; to++) {
    const token = tokens[to]
    if (isMark(token, ';') || (isMark(token, ',') && endsReport(tokens, to))) break
    if (isSpeech(token) && to > from && isMark(tokens[to - 1], ':')) break
  }
  while (to > from && isMark(tokens[to - 1], '.', '?', '!', ',')) to--
  return to - from < 1 ? nothing : { contents: [{ from, to }], clause: true }
}

function endsReport(tokens: Tokens, comma: number): boolean {
  const next = tokens[comma + 1]
  if (!next) return false
  if (next.lower === 'according') return true
  const verb = reportingVerb(next.lower)
  return verb?.form === 'participle' && (verb.manner === 'say' || verb.manner === 'tell')
}
