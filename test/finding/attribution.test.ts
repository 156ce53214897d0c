import { describe, expect, it } from 'vitest'
import { passages, read, speakerAt } from './passages.ts'

const everything = passages()

describe('over the marked passages', () => {
  it('has at least sixty of them', () => expect(everything.length).toBeGreaterThanOrEqual(60))

  it('gives nine direct quotations in ten to whoever said them', () => {
    const results = everything.flatMap(({ text, quotes }) => {
      const { attributions } = read(text)
      return quotes
        .filter(({ by }) => by !== '-')
        .map((quote) => speakerAt(attributions, quote).toLowerCase().includes(quote.by.toLowerCase()))
    })
    expect(results.filter(Boolean).length / results.length).toBeGreaterThanOrEqual(0.9)
  })

  it.each(everything.filter(({ quotes }) => quotes.some(({ by }) => by === '-')))(
    'says of nobody: $name',
    ({ text, quotes }) => {
      const { attributions } = read(text)
      for (const quote of quotes.filter(({ by }) => by === '-')) expect(speakerAt(attributions, quote)).toBe('-')
    },
  )
})

/** Each attribution as `who: what`, with whoever carried it behind. */
const told = (text: string) => {
  const { attributions } = read(text)
  const cut = (spans: { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
  return attributions.map(({ speaker, content, reportedBy }) => {
    const carrier = reportedBy === undefined ? '' : ` (by ${attributions[reportedBy]?.speaker?.name})`
    return `${speaker?.name}: ${cut(content)}${carrier}`
  })
}

describe('indirect speech', () => {
  it('follows the chain from a report to whom it speaks of', () =>
    expect(
      told(
        'According to a report from the Ellery Tidings, President Ona Brandt has indicated she would sign the treaty.',
      ),
    ).toEqual([
      'Ellery Tidings: President Ona Brandt has indicated she would sign the treaty',
      'Ona Brandt: she would sign the treaty (by Ellery Tidings)',
    ]))

  it.each([
    ['X said that', 'Ona Brandt said that the bridge had cost 9 million.', 'Ona Brandt: the bridge had cost 9 million'],
    [
      'X told Y that',
      'Ona Brandt told the Ellery Tidings on Monday that the bridge was safe.',
      'Ona Brandt: the bridge was safe',
    ],
    [
      'a clause before the comma',
      'The bridge had cost 9 million, Ona Brandt said on Monday.',
      'Ona Brandt: The bridge had cost 9 million',
    ],
    [
      'a clause before said X',
      'The bridge had cost 9 million, said Ona Brandt.',
      'Ona Brandt: The bridge had cost 9 million',
    ],
    [
      'according to, behind',
      'The bridge had cost 9 million, according to the Ministry of Transport.',
      'Ministry of Transport: The bridge had cost 9 million',
    ],
    [
      'according to, before a figure',
      'According to the Ellery Tidings, at least 6 million went on changes that the council asked for.',
      'Ellery Tidings: at least 6 million went on changes that the council asked for',
    ],
    [
      'a participle',
      'Ona Brandt spoke to the council on Monday, warning that the bridge would close.',
      'Ona Brandt: the bridge would close',
    ],
    [
      'as X put it, quoted as saying',
      'Ona Brandt was quoted as saying that the bridge would close.',
      'Ona Brandt: the bridge would close',
    ],
    ['an infinitive', 'Ona Brandt promised to reopen the bridge by May.', 'Ona Brandt: to reopen the bridge by May'],
    ['a weak verb with a clause', 'The inquiry found that the bolts were loose.', 'The inquiry: the bolts were loose'],
  ])('%s', (_name, text, expected) => expect(told(text)).toEqual([expected]))

  it.each([
    ['a noun', 'The claims of the council were rejected in May.'],
    ['a thing that was found', 'Divers found the anchor on Monday.'],
    ['what was denied', 'Ona Brandt did not say when the bridge would open.'],
    ['the passive', 'Ona Brandt was told to wait outside.'],
    ['a country', 'The United States and Brenland signed the treaty.'],
  ])('takes for no report: %s', (_name, text) => expect(told(text)).toEqual([]))

  it('ends what is said where another clause begins', () =>
    expect(told('While Ona Brandt says she is ready, the bridge is shut.')).toEqual(['Ona Brandt: she is ready']))
})

describe('whom a name means', () => {
  it.each([
    ['a last name', 'Brandt said the bridge was safe.'],
    ['Ms and a last name', 'Ms Brandt said the bridge was safe.'],
    ['an office', 'The transport minister said the bridge was safe.'],
    ['a pronoun', 'She said the bridge was safe.'],
  ])('%s', (_name, sentence) => {
    const [first] = read(`Brennish Transport Minister Ona Brandt opened the bridge. ${sentence}`).attributions
    expect(first?.speaker).toMatchObject({ name: 'Ona Brandt', role: 'Brennish Transport Minister' })
  })

  it('keeps an unnamed source as it is written', () =>
    expect(told('A senior official said the bridge was safe.')).toEqual(['A senior official: the bridge was safe']))

  it('is less sure of a pronoun that may mean either of two', () => {
    const { attributions } = read('Ona Brandt met Lena Falk in the harbour. She said the bridge was safe.')
    expect(attributions[0]?.confidence).toBeLessThan(0.8)
  })

  it('does not know the sex of a name, and asks the text', () =>
    expect(told('Kim Alder met Robin Falk in the hall. Falk took off her coat. “It is over,” she said.')).toEqual([
      'Robin Falk: “It is over,”',
    ]))
})

describe('quotations', () => {
  it('are one unit across paragraphs', () => {
    const text = 'Ona Brandt said: “It is late.\n\n“It is cold.”'
    expect(read(text).attributions.map(({ content }) => content.length)).toEqual([2])
  })

  it('hold other marks inside', () =>
    expect(told('“He called it ‘absurd’ and left,” Ona Brandt said.')[0]).toBe(
      'Ona Brandt: “He called it ‘absurd’ and left,”',
    ))

  it('give apostrophes no meaning', () => expect(told('The farmers’ union met on Monday in St John’s.')).toEqual([]))

  it('keep their offsets when the text holds characters of two units', () => {
    const text = '😀 “It is late,” Ona Brandt said.'
    const [first] = read(text).attributions
    expect(text.slice(first?.content[0]?.start, first?.content[0]?.end)).toBe('“It is late,”')
  })
})
