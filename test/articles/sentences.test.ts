import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { splitSentences } from '../../server/articles/sentences.ts'
import { hardSentences } from './hard-sentences.ts'

const split = (text: string, language: string) =>
  splitSentences(text, linesAsBlocks(text), language).map(({ start, end }) => text.slice(start, end))

describe.each(Object.entries(hardSentences))('in %s', (language, cases) => {
  it.each(cases.map((sentences) => ({ sentences, joined: sentences.join(' ') })))(
    '$joined',
    ({ sentences, joined }) => {
      expect(split(joined, language)).toEqual(sentences)
    },
  )
})

it('has a good number of hard cases', () => {
  expect(Object.values(hardSentences).flat().length).toBeGreaterThanOrEqual(60)
})

it('cuts Chinese and Japanese, which put no space between sentences', () => {
  expect(split('他走了。“我不去！”她说。会议结束了吗？', 'zh')).toEqual([
    '他走了。',
    '“我不去！”她说。',
    '会议结束了吗？',
  ])
  expect(split('会議は終わった。「行かない。」と彼は言った。次は？', 'ja')).toEqual([
    '会議は終わった。',
    '「行かない。」と彼は言った。',
    '次は？',
  ])
})

it('never joins over the end of a block', () => {
  expect(split('Remarks by Dr.\nJones left.\n\n  and so on  \n', 'en')).toEqual([
    'Remarks by Dr.',
    'Jones left.',
    'and so on',
  ])
})

it('knows no abbreviations of a language it does not know, but cuts it', () => {
  expect(split('Ĝi finiĝis. Neniu venis.', 'eo')).toEqual(['Ĝi finiĝis.', 'Neniu venis.'])
})

const languages = fc.constantFrom('en', 'de', 'fr', 'es', 'ru', 'ar', 'he', 'hi', 'zh', 'ja', 'ka', 'und', 'pt-BR')
const marks = 'Mr. U.S. “ ” « » 。 । ؟ ! ... 3.5 e.g. a B 漢 ع 😀 👩🏽‍🚀 é \u200f \ufeff ( ) " — 1. No.'
const fragment = fc.constantFrom(' ', '\n', '\u00a0', ...marks.split(' '))
const texts = fc.oneof(
  fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

it('holds everything but white space, in order, once, and cuts no character in two', () => {
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      const spans = splitSentences(text, linesAsBlocks(text), language)
      let at = 0
      for (const { start, end } of spans) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
        expect(isBetweenCharacters(text, start) && isBetweenCharacters(text, end)).toBe(true)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
    { numRuns: 2_000 },
  )
})

it('is quick with a long text, whatever it is made of', () => {
  for (const part of ['Mr. ', 'A. ', '? ', 'a', '“ ” ', '» . ']) {
    const text = part.repeat(400_000 / part.length)
    const before = process.cpuUsage()
    split(text, 'en')
    // Microseconds of work, whatever else the machine does meanwhile.
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000)
  }
})

const isBetweenCharacters = (text: string, at: number) =>
  !/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
