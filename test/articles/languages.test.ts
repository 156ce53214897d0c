import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitSentences } from '../../server/articles/sentences.ts'
import { canonicalLanguage, guessLanguage, languageName, languages } from '../../server/articles/languages.ts'

it.each([
  ['English', 'en'],
  [' arabic ', 'ar'],
  ['PT-br', 'pt-BR'],
  ['zh_hant_TW', 'zh-Hant-TW'],
  ['en-u-ca-buddhist', 'en'],
  ['tlh', 'tlh'],
])('reads %s as %s', (typed, tag) => {
  expect(canonicalLanguage(typed)).toBe(tag)
})

it.each(['', 'x', 'x-own', 'not a language', '12', 'en-', 'e\u0000n'])('does not read “%s”', (typed) => {
  expect(canonicalLanguage(typed)).toBeUndefined()
})

it('takes nothing that sentences cannot be cut in', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{1,8}(-[a-zA-Z0-9]{1,8}){0,3}$/)), (typed) => {
      const tag = canonicalLanguage(typed)
      if (tag === undefined) return
      expect(canonicalLanguage(tag)).toBe(tag)
      expect(splitSentences('One.', [{ kind: 'paragraph', start: 0, end: 4 }], tag)).toHaveLength(1)
      expect(languageName(tag)).not.toBe('')
    }),
  )
})

it('offers only tags in their canonical form', () => {
  for (const tag of Object.keys(languages)) expect(canonicalLanguage(tag)).toBe(tag)
})

it.each([
  ['The harbour froze.', 'en'],
  ['Le port gèle.', 'en'],
  ['وصل محمد إلى London.', 'ar'],
  ['הוא שתק.', 'he'],
  ['Он молчал.', 'ru'],
  ['会议结束了。', 'zh'],
  ['会議は終わった。', 'ja'],
  ['वे बोले।', 'hi'],
  ['회의가 끝났다.', 'ko'],
  ['', 'en'],
  ['2025: 3.5 %', 'en'],
])('guesses “%s” to be %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language)
})
