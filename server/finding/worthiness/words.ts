/** Signs that a sentence asserts something checkable, or does not: counted apart from its words, and told as reasons. */
export const namedFeatures = [
  'number',
  'numbers',
  'year',
  'percent',
  'money',
  'comparison',
  'past',
  'perfect',
  'entity',
  'entities',
  'acronym',
  'attribution',
  'quotation',
  'question',
  'first',
  'we',
  'second',
  'third',
  'future',
  'modal',
  'opinion',
  'conditional',
  'fragment',
  'short',
  'medium',
  'long',
  'longer',
  'longest',
] as const
export type NamedFeature = (typeof namedFeatures)[number]

/** The features that need no knowledge of the language. */
export const plainFeatures = [
  'number',
  'numbers',
  'year',
  'percent',
  'money',
  'quotation',
  'question',
  'fragment',
  'short',
  'medium',
  'long',
  'longer',
  'longest',
] as const satisfies readonly NamedFeature[]

/** Each as the screen gives it for a reason. */
export const featureWords: Record<NamedFeature, string> = {
  number: 'a number',
  numbers: 'several numbers',
  year: 'a year',
  percent: 'a percentage',
  money: 'an amount of money',
  comparison: 'a comparison',
  past: 'past tense',
  perfect: 'past tense',
  entity: 'a name',
  entities: 'several names',
  acronym: 'an abbreviation',
  attribution: 'somebody is cited',
  quotation: 'quotation marks',
  question: 'a question',
  first: 'first person',
  we: '“we” or “our”',
  second: 'it addresses “you”',
  third: '“he”, “she” or “they”',
  future: 'future tense',
  modal: 'what should or could be',
  opinion: 'words of opinion',
  conditional: 'a condition (“if”)',
  fragment: 'hardly any words',
  short: 'few words',
  medium: 'a short sentence',
  long: 'a middling length',
  longer: 'a long sentence',
  longest: 'a very long sentence',
}

/** How much a sentence is worth checking: low is under the line, medium and high are over it. */
export const levels = ['low', 'medium', 'high'] as const
export type Level = (typeof levels)[number]

export const levelWords: Record<Level, string> = { low: 'Low', medium: 'Medium', high: 'High' }

/** Why a sentence has its score: a sign or its words, and whether that raises or lowers it. */
export type Reason = { words: string; raises: boolean }

/** A reason as it is said: “a number”, “first person lowers it”. */
export const reasonText = ({ words, raises }: Reason): string =>
  raises ? words : `${words} ${isMany(words) ? 'lower' : 'lowers'} it`

const isMany = (words: string) =>
  /^(?:quotation|words|several|few|the words)\b|”$/.test(words) && !words.startsWith('the word ')
