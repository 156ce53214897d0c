import { type Content, contentAfter, contentAt, contentBefore } from './content.ts'
import { type Run, isMark, phraseEndingAt, subjectBefore } from './phrases.ts'
import { phraseFrom } from './phrases-after.ts'
import { sentenceSubject } from './subject.ts'
import type { Token } from './tokens.ts'
import { type ReportingVerb, nounLike, reportingVerb } from './verbs.ts'
import { adverbs, auxiliaries, calendar, determiners, prepositions, pronouns } from './word-lists.ts'

/** Words that tell who said something: whose they are (`source`), what was said (`contents`), as places among the tokens. */
export type Cue = {
  at: number
  manner: ReportingVerb['manner'] | 'according'
  source: Run
  contents: Run[]
  clause: boolean
}

type Tokens = readonly Token[]

// Nobody speaks longer sentences, words and marks. The work grows with the third power of them, and texts come from anybody.
const longest = 160

/** The cues of one sentence, in order; what reports nothing that stands in it is left out, and so is what no reader could follow. */
export function cuesIn(tokens: Tokens): Cue[] {
  if (tokens.length > longest) return []
  const cues: Cue[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue
    const cue = token.lower === 'according' ? accordingTo(tokens, at) : verbCue(tokens, at, cues)
    if (cue && cue.contents.length > 0) cues.push(cue)
  }
  return cues
}

function accordingTo(tokens: Tokens, at: number): Cue | undefined {
  if (tokens[at + 1]?.lower !== 'to') return undefined
  const source = phraseFrom(tokens, at + 2)
  if (!source) return undefined
  const isFirst =
    at === 0 || isMark(tokens[at - 1], ';', '“') || tokens.slice(0, at).every(({ kind }) => kind !== 'word')
  if (!isFirst) return { at, manner: 'according', source, ...contentBefore(tokens, at) }
  const comma = tokens.findIndex((token, index) => index >= source.to && isMark(token, ','))
  if (comma < 0) return undefined
  return { at, manner: 'according', source, ...contentAt(tokens, comma + 1) }
}

function verbCue(tokens: Tokens, at: number, earlier: readonly Cue[]): Cue | undefined {
  const token = tokens[at]
  const verb = token && reportingVerb(token.lower)
  if (!verb || (token.capital && !token.first) || isNoun(tokens, at, verb)) return undefined
  if (
    isNegated(tokens, at) ||
    (token.lower.startsWith('ask') && ['for', 'to', 'about'].includes(tokens[at + 1]?.lower ?? ''))
  )
    return undefined
  const { manner } = verb
  if (verb.form === 'participle') return participleCue(tokens, at, { verb, earlier })
  const inverted = inversion(tokens, at)
  if (inverted) return { at, manner, source: inverted, ...invertedContents(tokens, at, { source: inverted, manner }) }
  if (isPassive(tokens, at) || (verb.form === 'base' && !isPlural(tokens, at))) return undefined
  if (isReduced(tokens, at)) return undefined
  const source =
    subjectBefore(tokens, at) ??
    (tokens[at - 1]?.lower === 'and' ? (earlier.at(-1)?.source ?? sentenceSubject(tokens, at)) : undefined)
  if (!source) return undefined
  return { at, manner, source, ...contentsAround(tokens, at, { source, manner }) }
}

type From = { source: Run; manner: ReportingVerb['manner'] }

function contentsAround(tokens: Tokens, at: number, { source, manner }: From) {
  const after = cutShort(tokens, source.from, contentAfter(tokens, at + 1, manner, tokens[at]?.lower))
  const before = source.from < at ? contentBefore(tokens, source.from) : none
  const isQuote = before.contents.length > 0 && !before.clause
  // “While Kort spoke of ‘a good day,’ his deputy warned that …”: the words before are another’s.
  const isOthers = isQuote && tokens[at + 1]?.lower === 'that' && before.contents[0]?.from !== firstWord(tokens)
  if (isOthers) return after
  // What follows “X said” after a quotation is when and where, unless it is the quotation going on.
  if (isQuote) return { contents: [...before.contents, ...quotationsOf(tokens, after.contents)], clause: false }
  return after.contents.length > 0 || !closesSentence(tokens, at) ? after : before
}

const firstWord = (tokens: Tokens) => tokens.findIndex(({ kind }) => kind !== 'mark')
const asides =
  /^(?:said|says?|added|explained|argued|argues?|noted|warned|claimed|claims?|insisted|announced|wrote|believes?|believed|reported|reports?|predicted|recalled|thinks?|told|confirmed|acknowledged|admitted|estimates?|estimated)$/

// “The plan will fail, the minister said on Tuesday.”: nothing stands after the verb but when, where and to whom.
function closesSentence(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1]
  if (!asides.test(tokens[at]?.lower ?? '')) return false
  return (
    !next ||
    next.kind === 'mark' ||
    prepositions.has(next.lower) ||
    adverbs.has(next.lower) ||
    calendar.has(next.lower) ||
    tokens[at]?.lower === 'told'
  )
}

// “While Putin says he declared a truce, he broke it”: what he says ends at the comma.
function cutShort(tokens: Tokens, from: number, { contents, clause }: Content): Content {
  const opener = tokens[from - 1]?.lower ?? ''
  const [run, ...rest] = contents
  if (!run || !clause || !/^(?:while|although|though|if|when|as|because|since|after|before)$/.test(opener))
    return { contents, clause }
  const comma = tokens.findIndex((token, index) => index >= run.from && index < run.to && isMark(token, ','))
  return comma < 0 ? { contents, clause } : { contents: [{ from: run.from, to: comma }, ...rest], clause }
}

const none = { contents: [], clause: false }

function invertedContents(tokens: Tokens, at: number, { source, manner }: From) {
  const before = contentBefore(tokens, at)
  const after = contentAfter(tokens, source.to, manner)
  return { ...before, contents: [...before.contents, ...quotationsOf(tokens, after.contents)] }
}

const quotationsOf = (tokens: Tokens, runs: readonly Run[]) =>
  runs.filter(({ from, to }) => to === from + 1 && tokens[from]?.kind === 'quotation')

/** “…,” said X; The plan will fail, said X. */
function inversion(tokens: Tokens, at: number): Run | undefined {
  let left = at - 1
  while (left >= 0 && adverbs.has(tokens[left]?.lower ?? '')) left--
  const hasComma = isMark(tokens[left], ',', '—', '–')
  const before = tokens[hasComma ? left - 1 : left]
  if (!before || (!hasComma && before.kind !== 'quotation')) return undefined
  const source = phraseFrom(tokens, at + 1)
  if (!source) return undefined
  if (before.kind === 'quotation') return source
  const next = tokens[source.to]
  const ends = !next || isMark(next, '.', ',', ';')
  return ends && reportingVerb(tokens[at]?.lower ?? '')?.manner === 'say' ? source : undefined
}

function participleCue(
  tokens: Tokens,
  at: number,
  { verb, earlier }: { verb: ReportingVerb; earlier: readonly Cue[] },
): Cue | undefined {
  const before = tokens[at - 1]
  const { manner } = verb
  const isProgressive = auxiliaries.has(before?.lower ?? '')
  const asSaying =
    before?.lower === 'as'
      ? tokens.findLastIndex(({ lower }, index) => index < at && /^(?:quoted|cited|reported)$/.test(lower))
      : -1
  const source = isProgressive
    ? subjectBefore(tokens, at)
    : asSaying > 0
      ? subjectBefore(tokens, asSaying)
      : (earlier.at(-1)?.source ?? sentenceSubject(tokens, at))
  if (
    !source ||
    !(
      isProgressive ||
      asSaying > 0 ||
      !before ||
      isMark(before, ',', '—', '–') ||
      before.kind === 'quotation' ||
      ['and', 'by', 'after', 'before', 'in', 'while'].includes(before.lower)
    )
  )
    return undefined
  return { at, manner, source, ...contentAfter(tokens, at + 1, manner, tokens[at]?.lower) }
}

// “Putin’s claims of good faith”, “the report”: a noun, not a verb.
function isNoun(tokens: Tokens, at: number, { form }: ReportingVerb): boolean {
  const token = tokens[at]
  if (!token || form === 'past' || form === 'participle') return false
  let left = at - 1
  while (left >= 0 && adverbs.has(tokens[left]?.lower ?? '')) left--
  const before = tokens[left]
  if (!before) return true
  if (before.kind === 'possessive' || determiners.has(before.lower) || prepositions.has(before.lower)) return true
  if (!nounLike.has(token.lower)) return false
  return !(pronouns.has(before.lower) || before.capital || isMark(before, ',') || tokens[at + 1]?.lower === 'that')
}

function isNegated(tokens: Tokens, at: number): boolean {
  const near = [tokens[at - 1]?.lower, tokens[at - 2]?.lower]
  return near.some(
    (word) => word !== undefined && (word === 'not' || word === 'never' || word === 'without' || word.endsWith('n’t')),
  )
}

// “—a peacekeeping initiative proposed to safeguard a settlement”: it was proposed, and proposes nothing.
function isReduced(tokens: Tokens, at: number): boolean {
  if (tokens[at + 1]?.lower !== 'to' && tokens[at + 1]?.lower !== 'by') return false
  const phrase = phraseEndingAt(tokens, at - 1)
  const opener = phrase && tokens[phrase.from]?.lower
  return opener === 'a' || opener === 'an'
}

const passives = new Set('is are was were be been being'.split(' '))
function isPassive(tokens: Tokens, at: number): boolean {
  let left = at - 1
  while (left >= 0 && adverbs.has(tokens[left]?.lower ?? '')) left--
  return passives.has(tokens[left]?.lower ?? '')
}

function isPlural(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1]
  if (before?.lower === 'to') return /^(?:on|continued|continues)$/.test(tokens[at - 2]?.lower ?? '')
  const phrase = phraseEndingAt(tokens, at - 1)
  const words = phrase ? tokens.slice(phrase.from, phrase.to) : []
  if (words.some(({ lower }) => lower === 'and')) return true
  const last = words.at(-1)
  return (
    last !== undefined &&
    (['they', 'we', 'i', 'you', 'many', 'some', 'others', 'people', 'police'].includes(last.lower) ||
      (/[^s]s$/.test(last.lower) && !auxiliaries.has(last.lower)))
  )
}
