import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitSentences } from '../../server/articles/sentences.ts'
import { contextIn } from '../../server/claims/context.ts'

const text = 'First of all. He broke it. “While he says so, he does not.” Last words.'
const sentences = splitSentences(text, [{ kind: 'paragraph', start: 0, end: text.length }], 'en')
const around = (quote: string) => {
  const start = text.indexOf(quote)
  return contextIn(text, sentences, { start, end: start + quote.length })
}

it('shows the rest of the sentence and one neighbour on either side', () => {
  expect(around('broke it')).toEqual({
    before: 'First of all. He ',
    quote: 'broke it',
    after: '. “While he says so, he does not.”',
  })
})

it('shows what there is at the ends of the text', () => {
  expect(around('First')).toMatchObject({ before: '', after: ' of all. He broke it.' })
  expect(around('Last words.')).toMatchObject({ after: '' })
})

it('goes back over a paragraph break but not on over one: a heading may follow', () => {
  const broken = 'First.\n\nSecond one.\n\nWhat comes next'
  const spans = [
    { start: 0, end: 6 },
    { start: 8, end: 19 },
    { start: 21, end: 36 },
  ]
  expect(contextIn(broken, spans, { start: 8, end: 14 })).toEqual({
    before: 'First.\n\n',
    quote: 'Second',
    after: ' one.',
  })
})

it('spans sentences when the quote does', () => {
  expect(around('it. “While he says')).toMatchObject({ before: 'First of all. He broke ' })
})

it('adds up to the text it was cut from, even without sentences', () => {
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 30 }), (start, length) => {
      const span = { start, end: Math.min(text.length, start + length) }
      for (const known of [sentences, []]) {
        const { before, quote, after } = contextIn(text, known, span)
        expect(text).toContain(before + quote + after)
        expect(quote).toBe(text.slice(span.start, span.end))
      }
    }),
  )
})
