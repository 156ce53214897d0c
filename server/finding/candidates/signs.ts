import type { Attributed } from '../attribution/attribute.ts'
import { isMark } from '../attribution/phrases.ts'
import { sentenceSubject } from '../attribution/subject.ts'
import type { Token } from '../attribution/tokens.ts'
import { auxiliaries, determiners } from '../attribution/word-lists.ts'

/**
 * Whether a sentence of the narration tells what somebody or something named before did or does: news does so in words that
 * the model, which learned from debates, makes little of. Not what may be, nor what is felt.
 */
export function tellsOfNamed({ cast, streams }: Attributed, sentence: number): boolean {
  const tokens = streams[sentence]?.tokens ?? []
  const subject = sentenceSubject(tokens)
  const verb =
    subject &&
    tokens.find(
      ({ lower, capital }, index) =>
        index >= subject.to && (auxiliaries.has(lower) || (!capital && /..ed$/.test(lower))),
    )
  if (!subject || isMark(tokens.at(-1), '?') || maybe.has(verb?.lower ?? '')) return false
  if (
    cast
      .of(sentence)
      .some(({ from, to, entity }) => from >= subject.from && to <= subject.to && entity.kind !== 'other')
  )
    return true
  return isKnownThing(tokens.slice(subject.from, subject.to), streams, sentence)
}

const maybe = new Set('could might may should would must will'.split(' '))

// “The coalition”, once “the coalition of the willing” was named in marks or in capitals.
function isKnownThing(words: readonly Token[], streams: Attributed['streams'], sentence: number): boolean {
  const [first] = words
  const head = words.at(-1)?.lower
  if (!first || !head || !determiners.has(first.lower) || words.length !== 2) return false
  return streams
    .slice(Math.max(0, sentence - 4), sentence)
    .some(
      ({ tokens, inside }) =>
        inside === undefined &&
        tokens.some(
          ({ kind, text, lower, capital, first: opens }) =>
            (kind === 'quotation' && text.length < 40 && text.toLowerCase().includes(head)) ||
            (capital && !opens && lower === head),
        ),
    )
}
