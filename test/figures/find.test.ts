import { describe, expect, it } from 'vitest'
import type { Reading } from '../../server/figures/figure.ts'
import { findFigures } from '../../server/figures/find.ts'

const rounded = (value: number) => Number(value.toPrecision(9))

function told(reading: Reading): string {
  if (reading.kind === 'when') {
    const parts = [reading.years, reading.months, reading.days].map((part) => part && [...new Set(part)].join('–'))
    return parts.map((part) => part ?? '·').join(' ')
  }
  const [low, high] = [rounded(reading.low), rounded(reading.high)]
  return `${reading.dimension} ${low === high ? low : `${low} to ${high}`}`
}

const figuresOf = (text: string) => findFigures(text).map(({ readings }) => readings.map(told).join(' | '))

describe('numbers', () => {
  it.each([
    ['300 people', ['number 300']],
    ['1,000 and 2,500,000', ['number 1000', 'number 2500000']],
    ['1.000.000 and 1.234.567,89', ['number 1000000', 'number 1234567.89']],
    ['1.000 letters', ['number 1000 | number 1']],
    ['1 000 and 12 500 000', ['number 1000', 'number 12500000']],
    ["1'000'000", ['number 1000000']],
    ['0.125 and 0,5', ['number 0.125', 'number 0.5']],
    ['1k and 300K', ['number 1000', 'number 300000']],
    ['3.5 million, 2bn and 1.2 trillion', ['number 3500000', 'number 2000000000', 'number 1200000000000']],
    ['2 lakh and 3 crore', ['number 200000', 'number 30000000']],
    ['1,00,000', ['number 100000']],
    ['300m people', ['number 300000000 | length 300']],
    ['a hundred, a million, a dozen', ['number 100', 'number 1000000', 'number 12']],
    ['three hundred and twenty-five thousand', ['number 325000']],
    ['one and a half million, half a million', ['number 1500000', 'number 500000']],
    ['a quarter of a million', ['number 250000']],
    ['nine days', ['time 777600']],
    ['between 10 and 20 ships', ['number 10 to 20']],
    ['30–40 million', ['number 30000000 to 40000000']],
    ['900,000 to 1 million', ['number 900000 to 1000000']],
    ['two or three boats', ['number 2 to 3']],
    ['from 3 to 5 ships', ['number 3', 'number 5']],
    ['it stood at −5 and (-7)', ['number -5', 'number -7']],
  ])('%s', (text, expected) => {
    expect(figuresOf(text)).toEqual(expected)
  })
})

describe('shares and money', () => {
  it.each([
    ['5 %, 5% and 5 per cent', ['share 0.05', 'share 0.05', 'share 0.05']],
    ['half of them, a half, a quarter', ['share 0.5', 'share 0.5', 'share 0.25']],
    ['two thirds and three-quarters', ['share 0.666666667', 'share 0.75']],
    ['one in five, 3 out of 10, 12 per 100,000', ['share 0.2', 'share 0.3', 'share 0.00012']],
    ['a third of the town; ½ of it', ['share 0.333333333', 'share 0.5']],
    ['2 percentage points, 25 basis points', ['points 2', 'points 0.25']],
    ['from 3 to 5 per cent', ['share 0.03', 'share 0.05']],
    ['10–20 %', ['share 0.1 to 0.2']],
    ['-5% growth', ['share -0.05']],
    [
      '$3.5m, US$300, €4 bn and £1,200',
      ['money dollar 3500000', 'money USD 300', 'money EUR 4000000000', 'money GBP 1200'],
    ],
    ['USD 300, 300 EUR and 5 million euros', ['money USD 300', 'money EUR 300', 'money EUR 5000000']],
    ['30 million crowns, 2 billion dollars', ['money crown 30000000', 'money dollar 2000000000']],
    ['$3m–$5m', ['money dollar 3000000 to 5000000']],
    ['3 pounds', ['money GBP 3 | mass 1.36077711']],
    ['$300,000 or $3 million', ['money dollar 300000', 'money dollar 3000000']],
  ])('%s', (text, expected) => {
    expect(figuresOf(text)).toEqual(expected)
  })
})

describe('measures', () => {
  it.each([
    ['10 miles and 16 km', ['length 16093.44', 'length 16000']],
    ['1,300 km², 1300 sq km', ['area 1300000000', 'area 1300000000']],
    ['5 hectares, 2 acres', ['area 50000', 'area 8093.712']],
    ['3 tonnes, 500 kg', ['mass 3000', 'mass 500']],
    ['20 °C and 68 °F', ['temperature 20', 'temperature 20']],
    ['60 mph and 97 km/h', ['speed 26.8224', 'speed 26.9444444']],
    ['a ten-mile walk, 5-year plan', ['length 16093.44', 'time 157784760']],
    ['30,000 tonnes of mud', ['mass 30000000']],
    ['half an hour', ['time 1800']],
    ['2000 km', ['length 2000000']],
  ])('%s', (text, expected) => {
    expect(figuresOf(text)).toEqual(expected)
  })
})

describe('dates', () => {
  it.each([
    ['in 2013', ['2013 · ·']],
    ['3 May 2014, May 3rd, 2014 and 2014-05-03', ['2014 5 3', '2014 5 3', '2014 5 3']],
    ['May 2014, on 3 May', ['2014 5 ·', '· 5 3']],
    ['3–5 May 2014', ['2014 5 3–5']],
    ['03/05/2014', ['2014 5 3 | 2014 3 5']],
    ['13.05.2014', ['2014 5 13']],
    ['from 2010 to 2014, 2013–14, 2013-2014', ['2010–2014 · ·', '2013–2014 · ·', '2013–2014 · ·']],
    ['the 1990s', ['1990–1999 · ·']],
    ['Q1 2014 and the third quarter of 2013', ['2014 1–3 ·', '2013 7–9 ·']],
    ['2000 people', ['2000 · · | number 2000']],
    ['only 3 may stay', ['number 3']],
  ])('%s', (text, expected) => {
    expect(figuresOf(text)).toEqual(expected)
  })
})

describe('what is no figure', () => {
  it.each([
    'COVID-19, the F-16 and MH17',
    'page 12, Article 50, resolution 2202, No. 7',
    'at 10:30, 5 pm or 7.15 p.m.',
    'the 21st century, the 3rd of them',
    'one of them, no one, the one',
    'the first half, half past, the third',
    'as shown [12]',
    'https://example.org/2014/05/300',
    'a G5 mast',
  ])('%s', (text) => {
    expect(figuresOf(text)).toEqual([])
  })
})

it('says where a figure stands, how it is qualified and what is counted', () => {
  const text =
    'Officials said more than 3,000 wounded soldiers were moved, about half of them by sea; 20+ ships took part.'
  const figures = findFigures(text)
  expect(figures.map(({ start, end }) => text.slice(start, end))).toEqual(['3,000', 'half', '20'])
  expect(figures.map(({ hedge }) => hedge)).toEqual(['over', 'about', 'over'])
  expect(figures[0]?.counted).toEqual(['wounded', 'soldier', 'moved'])
})

it('is quick on the longest passage there can be', () => {
  const text = 'In 2013, about 1,300 km² of 3.5 million hectares (half) cost $30m, said one in five. '.repeat(240)
  const started = performance.now()
  expect(findFigures(text).length).toBeGreaterThan(1_000)
  expect(performance.now() - started).toBeLessThan(500)
})
