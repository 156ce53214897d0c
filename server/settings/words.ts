import type { Deciding } from '../../db/schema/index.ts'

export { decidings } from '../../db/schema/index.ts'
export type { Deciding } from '../../db/schema/index.ts'

export const decidingWords: Record<Deciding, string> = {
  alone: 'A checker decides alone only while there is one active checker',
  always: 'A checker always decides alone',
  second: 'A second person always approves',
}

/** What follows from each way of deciding, in full sentences. */
export const decidingMeanings: Record<Deciding, string> = {
  alone:
    'For a newsroom that begins with one person: their verdict is the decision. As soon as a second checker has an account, a verdict waits until somebody else approves it.',
  always:
    'Each verdict is the decision at once. Nobody else has to look at it, though anyone may give another verdict.',
  second:
    'No verdict becomes a decision until somebody who did not give it approves it. A single checker cannot decide anything alone.',
}
