import type { Dice } from './dice.ts'

// Names that do not exist, and words enough that no two pages look alike.
export const places = [
  'Port Ellery',
  'Brackwater',
  'Lowmere',
  'Saltmarsh',
  'Quillhaven',
  'Oldferry',
  'Tarnbeck',
  'Umbershore',
] as const
export const firstNames = [
  'Odalys',
  'Tobin',
  'Perpetua',
  'Barnaby',
  'Ismene',
  'Hesper',
  'Leopold',
  'Cosmo',
  'Rosalba',
  'Zoë',
] as const
export const lastNames = [
  'Fenwright',
  'Quillstrand',
  'Grann',
  'Trewlock',
  'Vandrake',
  'Okonberry',
  'Pellingrew',
  'Windlestraw',
  'Marsh-Tansy',
  'Sallowfield',
] as const
export const roles = [
  'Mayor',
  'Councillor',
  'Harbour Master',
  'Minister of Tides',
  'Professor',
  'Union chair',
  'Head of the hospital',
] as const
export const outlets = ['The Ellery Tidings', 'Brackwater Gazette', 'Saltmarsh Evening Post', 'Radio Lowmere'] as const
export const topics = [
  'ferry',
  'tunnel',
  'rates',
  'school',
  'hospital',
  'water',
  'housing',
  'harbour',
  'bus',
  'library',
] as const
const bodies = [
  'council',
  'harbour board',
  'hospital',
  'school board',
  'ferry line',
  'statistical office',
  'fire brigade',
] as const
const things = [
  'homes',
  'jobs',
  'crossings',
  'passengers',
  'patients',
  'pupils',
  'lamps',
  'crowns a year',
  'lorries a day',
] as const
const verbs = ['counted', 'lost', 'promised', 'paid for', 'built', 'closed', 'bought', 'reported', 'gave up'] as const
const times = [
  'last year',
  'since January',
  'in three years',
  'over the winter',
  'before the vote',
  'in a single week',
] as const
const fillers = [
  'Nobody would say why',
  'It had been raining since the early morning, and the square was empty but for the pigeons',
  'The meeting was put off to the following week',
  'Opinions on this differ, as they usually do in a town of that size',
  'A second reading is expected before the summer',
  '“That is how it has always been done,” said a man at the bar, who did not give his name',
] as const

/** A sentence with something to check in it, without its full stop. */
export function assertion(dice: Dice): string {
  const number = (dice.below(9_900) + 100).toLocaleString('en')
  const who = `The ${dice.pick(bodies)} of ${dice.pick(places)} ${dice.pick(verbs)} ${number} ${dice.pick(things)} ${dice.pick(times)}`
  const more = `${dice.below(80) + 2} per cent ${dice.pick(['more', 'less'])} than ${dice.pick(places)} did`
  return dice.inHundred(60) ? `${who}, ${more}` : who
}

/** A sentence with nothing to check in it, without its full stop. */
export const filler = (dice: Dice): string => dice.pick(fillers)

/** A statement that some spreadsheets would take for a formula, one time in a hundred. */
export const stated = (dice: Dice, quote: string): string =>
  dice.inHundred(1) ? `-${dice.below(20) + 1} per cent: so it went. ${quote}.` : `${quote}.`

export const rationale = (dice: Dice): string =>
  `The ${dice.pick(bodies)} has ${dice.below(9_000) + 90} on record for the same time, and ${dice.pick(['nothing', 'little', 'much'])} speaks against it.`

export const passage = (dice: Dice): string =>
  `${dice.pick(places)}: ${(dice.below(9_900) + 100).toLocaleString('en')} ${dice.pick(things)} ${dice.pick(times)}.`
