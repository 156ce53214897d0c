import { describe, expect, it } from 'vitest'
import { reasonText } from '../../../server/finding/worthiness/words.ts'
import { explainedWorth, isOverLine, worthOf } from '../../../server/finding/worthiness/worthiness.ts'

const reasons = (text: string, language = 'en') => explainedWorth(text, language).reasons.map(reasonText)

describe('how much a sentence is worth checking', () => {
  it.each([
    ['The company paid $40 million in taxes in 2019, 12 percent less than the year before.', 'high'],
    ['Unemployment has doubled since the government cut the programme.', 'high'],
    ['The mayor said ferries carried more people than before.', 'medium'],
    ['Thank you very much, and good night.', 'low'],
    ['What will you do about it?', 'low'],
    ['I believe we should all work together for a better future.', 'low'],
  ])('%s: %s', (text, level) => {
    expect(worthOf(text, 'en').level).toBe(level)
  })

  it('is over the line when it is not low', () => {
    const texts = ['It rose by 12 percent in 2019.', 'Thank you.', 'The council met on Tuesday and voted.']
    for (const text of texts) expect(isOverLine(worthOf(text, 'en'))).toBe(worthOf(text, 'en').level !== 'low')
  })

  it('is a probability, also for what holds no word at all', () => {
    for (const text of ['', '—', '🚢', 'a '.repeat(5_000)]) {
      expect(worthOf(text, 'en').score).toBeGreaterThanOrEqual(0)
      expect(worthOf(text, 'en').score).toBeLessThanOrEqual(1)
    }
  })

  it('goes by signs, not words, where the language is not English', () => {
    const english = 'Unemployment has doubled since the government cut the programme.'
    expect(explainedWorth(english, 'en-GB').knows).toBe(true)
    expect(explainedWorth(english, 'de').knows).toBe(false)
    expect(worthOf(english, 'de').score).toBe(
      worthOf('Arbeitslosigkeit hat gestern oft nur am Hafen hier zugenommen.', 'de').score,
    )
    expect(isOverLine(worthOf('Im Jahr 2019 stiegen die Preise um 12 %.', 'de'))).toBe(true)
    expect(isOverLine(worthOf('Was halten Sie davon?', 'de'))).toBe(false)
    // Filipino and Old English are not English.
    expect(explainedWorth(english, 'enm').knows).toBe(false)
  })
})

describe('the reasons for it', () => {
  it('name the signs, and say which of them lower it', () => {
    expect(reasons('It rose by 12 percent in 2019.')).toEqual(
      expect.arrayContaining(['a percentage', 'a number', 'a year']),
    )
    expect(reasons('What will you do about it?')).toEqual(
      expect.arrayContaining(['a question lowers it', 'future tense lowers it']),
    )
    expect(reasons('I think I know, and I hope so.')).toEqual(
      expect.arrayContaining(['first person lowers it', 'words of opinion lower it']),
    )
  })

  it('name words that weigh, but not the same word twice, no numbers, and no word that says nothing', () => {
    const told = reasons('He voted against the bill in 1998.').filter((reason) => reason.includes('“'))
    expect(told.some((reason) => reason.includes('voted'))).toBe(true)
    expect(told.filter((reason) => reason.includes('voted')).length).toBe(1)
    expect(told.join()).not.toMatch(/0000|“(?:in|the|he)”/)
  })

  it('are five at most, and one for several numbers', () => {
    const told = reasons('From 1998 to 2019 taxes rose by 12 percent, to $40 million, says the UN.')
    expect(told.length).toBe(5)
    expect(told.filter((reason) => reason.includes('number')).length).toBeLessThanOrEqual(1)
  })

  it('are none where nothing speaks for or against', () => {
    expect(reasons('', 'de').length).toBeLessThanOrEqual(1)
  })
})
