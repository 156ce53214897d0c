import { describe, expect, it } from 'vitest'
import { compareFigures } from '../../server/figures/compare.ts'
import { aboutTheSame, agreeing, lookAt, notThere } from '../../server/figures/words.ts'

const compared = (claim: string, passage: string) => {
  const figures = compareFigures([claim], passage)
  return [
    ...lookAt(figures),
    ...agreeing(figures).map((one) => `same: ${one}`),
    ...aboutTheSame(figures).map((one) => `about: ${one}`),
    ...notThere(figures).map((one) => `not there: ${one}`),
  ]
}

describe('something to look at', () => {
  it.each([
    ['Ice covered 300 km² of the bay.', 'Some 30 km² of ice were seen.', 'The claim says 300 km², the passage 30 km².'],
    [
      'It cost 30 million crowns.',
      'The cost was 30 billion crowns.',
      'The claim says 30 million crowns, the passage 30 billion crowns.',
    ],
    ['The port closed in 2013.', 'It was closed in 2014.', 'The claim says 2013, the passage 2014.'],
    [
      'Unemployment rose by 3 %.',
      'It rose by 3 percentage points.',
      'The claim says 3 %, the passage 3 percentage points: another unit.',
    ],
    [
      'They paid $3 million.',
      'They paid €3 million.',
      'The claim says $3 million, the passage €3 million: another unit.',
    ],
    [
      'The front moved 300 km.',
      'The front moved 300 miles.',
      'The claim says 300 km, the passage 300 miles: another unit.',
    ],
    ['300 people were killed.', 'The report counts 30 people.', 'The claim says 300, the passage 30.'],
    ['Three people died.', 'Two people died in the fire.', 'The claim says Three, the passage Two.'],
    [
      'Half of the voters stayed at home.',
      'In the end 38 per cent did not vote.',
      'The claim says Half, the passage 38 per cent.',
    ],
    ['It happened on 3 May 2014.', 'It happened on 5 May 2014.', 'The claim says 3 May 2014, the passage 5 May 2014.'],
    ['Growth was 2.1 per cent.', 'Growth of 1.2 per cent.', 'The claim says 2.1 per cent, the passage 1.2 per cent.'],
    ['Temperatures rose to 40 °C.', 'It was 40 °F that day.', 'The claim says 40 °C, the passage 40 °F: another unit.'],
    ['More than 300 ships came.', 'The harbour master counted 3,000 ships.', 'The claim says 300, the passage 3,000.'],
    [
      'In the first quarter of 2014 it shrank.',
      'It shrank in Q2 2014.',
      'The claim says first quarter of 2014, the passage Q2 2014.',
    ],
    ['The 500 tonnes were moved.', 'They moved 5,000 tonnes.', 'The claim says 500 tonnes, the passage 5,000 tonnes.'],
    [
      'A crowd of 1,300 people came.',
      'A crowd of 1.3 million people.',
      'The claim says 1,300, the passage 1.3 million.',
    ],
  ])('%s / %s', (claim, passage, expected) => {
    expect(compared(claim, passage)).toEqual([expected])
  })
})

describe('the same', () => {
  it.each([
    ['3,000,000 people', '3 million people', '3,000,000 (the passage: 3 million)'],
    ['50 % of it', 'half of it', '50 % (the passage: half)'],
    ['one in five', '20 per cent', 'one in five (the passage: 20 per cent)'],
    ['1,000 ships', '1 000 ships', '1,000 (the passage: 1 000)'],
    ['1,000 ships', '1.000 ships', '1,000 (the passage: 1.000)'],
    ['1.5 litres', '1,5 litres', '1.5 litres (the passage: 1,5 litres)'],
    ['three hundred men', '300 men', 'three hundred (the passage: 300)'],
    ['USD 3m', '$3 million', 'USD 3m (the passage: $3 million)'],
    ['20 °C', '68 °F', '20 °C (the passage: 68 °F)'],
    ['on 3 May 2014', 'on May 3, 2014', '3 May 2014 (the passage: May 3, 2014)'],
    ['in 2014', 'on 3 May 2014', '2014 (the passage: 3 May 2014)'],
    ['2013–14', 'from 2013 to 2014', '2013–14 (the passage: 2013 to 2014)'],
    ['a dozen boats', '12 boats', 'a dozen (the passage: 12)'],
    ['1.5 tonnes', '1,500 kg', '1.5 tonnes (the passage: 1,500 kg)'],
    ['100 hectares', '1 km²', '100 hectares (the passage: 1 km²)'],
    ['in 2014', 'in 2014', '2014'],
    ['two weeks', '14 days', 'two weeks (the passage: 14 days)'],
  ])('%s / %s', (claim, passage, expected) => {
    expect(compared(claim, passage)).toEqual([`same: ${expected}`])
  })
})

describe('about the same', () => {
  it.each([
    ['about 300 people', '297 people'],
    ['300 people', '297 people'],
    ['5 per cent', '5.4 per cent'],
    ['3 million', '2,960,000'],
    ['more than 300', '312'],
    ['nearly 100 ships', '96 ships'],
    ['up to 50 tonnes', '47 tonnes'],
    ['10 miles', '16 km'],
    ['60 mph', '97 km/h'],
    ['15 per cent', '10–20 per cent'],
    ['a third of the town', '33 per cent of the town'],
    ['in the 1990s', 'in 1994'],
    ['300', 'an estimated 320'],
  ])('%s / %s', (claim, passage) => {
    expect(compared(claim, passage)).toEqual([expect.stringMatching(/^about: /)])
  })
})

describe('no alarm', () => {
  it.each([
    ['300 people died.', 'In all, 30 houses burnt down.'],
    ['The port closed in 2013.', 'Between 1990 and 2001 it grew; in 2005 it shrank; in 2011 it was sold.'],
    ['Nine ships came.', 'The mayor has been in office for four years.'],
    ['It cost 30 million crowns.', 'The mayor spoke about the costs.'],
    ['Unemployment is at 5 per cent.', 'Turnout was 61 per cent, in the towns 70 per cent.'],
    ['The tunnel is 5 km long.', 'It has 300 lamps and cost $5 million.'],
    ['300 soldiers were sent on 3 May.', 'On page 30 of resolution 2202 nothing is said of soldiers.'],
    ['The law passed in 2010.', 'Some 2,010 people signed it.'],
  ])('%s / %s', (claim, passage) => {
    expect(compared(claim, passage).filter((line) => !line.startsWith('not there'))).toEqual([])
    expect(compared(claim, passage)).not.toEqual([])
  })

  it('leaves alone the figure that agrees with another one of the claim', () => {
    expect(compared('It rose from 3 per cent to 5 per cent.', 'It reached 5 per cent.')).toEqual([
      'same: 5 per cent',
      'not there: 3 per cent',
    ])
  })

  it('says a figure once when quote and statement both have it', () => {
    const figures = compareFigures(
      ['“300 km² of ice”', 'In 2013, 300 square kilometres of ice covered the bay.'],
      '30 km²',
    )
    expect(lookAt(figures)).toEqual(['The claim says 300 km², the passage 30 km².'])
    expect(notThere(figures)).toEqual(['2013'])
  })

  it('has nothing to say of texts without figures', () => {
    expect(compared('The mayor lied.', 'The mayor was at home.')).toEqual([])
  })
})
