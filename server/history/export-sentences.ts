import type { Variant } from '../exports/words.ts'
import { counted } from '../values/count.ts'
import type { Events, EventType } from './events.ts'
import { type Names, type Piece, said } from './pieces.ts'

type Told = Extract<EventType, `${'claims' | 'sources' | 'history' | 'annotations' | 'bundle'}.${string}`>
type Sentences = { [T in Told]: (data: Events[T], names: Names) => Piece[] }

/** What follows the name of who did it, for what was taken out of the newsroom. */
export const exportSentences: Sentences = {
  'sources.exported': (taken) => ['exported the sources ', ...asFile(taken)],
  'claims.exported': ({ file, ...taken }, names) => [`exported the ${file} `, ...ofArticle(names), ...asFile(taken)],
  'annotations.exported': (_data, names) => ['exported the claims ', ...ofArticle(names), 'as annotations.'],
  'bundle.exported': (_data, { article }) => ['took out the replication bundle of ', article, '.'],
  'history.exported': ({ events }) => [`exported the history: ${counted(events, 'event')}.`],
  'history.list_exported': (taken, names) => [
    'exported the list of the history ',
    ...ofArticle(names),
    ...asFile(taken),
  ],
}

const ofArticle = ({ article }: Names): Piece[] => (typeof article === 'string' ? [] : ['of ', article, ' '])

const asFile = ({ variant, filter }: { variant: Variant; filter: string }): Piece[] => [
  variant === 'workbook' ? 'as a workbook' : `as CSV (${variant})`,
  ...(filter === '' ? ['.'] : [', filtered by ', said(filter)]),
]
