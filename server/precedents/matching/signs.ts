/** What may be compared: all, all but dates, or nothing but the words themselves. */
export const scopes = ['all', 'undated', 'text'] as const
export type Scope = (typeof scopes)[number]

const textSigns = [
  'bm25',
  'bm25Share',
  'rank',
  'grams',
  'titleGrams',
  'askedCovered',
  'claimCovered',
  'titleCovered',
  'betterCovered',
  'run',
  'rarest',
  'sharedWords',
  'sameFigure',
  'otherFigure',
  'figureMissed',
  'namesCovered',
  'noName',
  'length',
  'support',
] as const
const aroundSigns = [
  'bm25Around',
  'bm25AroundShare',
  'claimCoveredAround',
  'titleCoveredAround',
  'gramsAround',
  'afterCovered',
  'beforeCovered',
  'runAround',
  'sameFigureAround',
  'sameSpeaker',
  'sameSpeakerCovered',
  'namesSpeaker',
  'aboutSpeaker',
] as const
const dateSigns = ['sameDay', 'sameDayCovered', 'later', 'age', 'recent', 'fresh', 'withinYear'] as const

/** The signs of each scope, in the order of the weights. */
export const signsOf = {
  all: [...textSigns, ...aroundSigns, ...dateSigns],
  undated: [...textSigns, ...aroundSigns],
  text: textSigns,
} as const satisfies Record<Scope, readonly string[]>

export type TextSigns = Record<(typeof textSigns)[number], number>
export type AroundSigns = Record<(typeof aroundSigns)[number], number>
export type DateSigns = Record<(typeof dateSigns)[number], number>
export type Sign = (typeof signsOf.all)[number]
/** What each sign says of a pair, about 0 to 1. */
export type Signs = Partial<Record<Sign, number>>
