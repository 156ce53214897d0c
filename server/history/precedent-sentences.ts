import { relationWords } from '../precedents/words.ts'
import type { Events } from './events.ts'
import { type Names, type Piece, lower } from './pieces.ts'

type Told = Extract<keyof Events, `${'relation' | 'check'}.${string}`>

const outside = (id: number): Piece => ({ text: `check ${id} of another publisher`, href: `/checks/${id}` })

/** What follows the name of who did it, for relations of claims and other publishers’ checks. */
export const precedentSentences: { [T in Told]: (data: Events[T], names: Names) => Piece[] } = {
  'relation.added': ({ kind, other }, { claim, otherClaim }) => [
    'noted that ',
    claim,
    ` ${lower(relationWords[kind])} `,
    otherClaim(other),
    '.',
  ],
  'relation.withdrawn': ({ kind, other }, { claim, otherClaim }) => [
    'took back that ',
    claim,
    ` ${lower(relationWords[kind])} `,
    otherClaim(other),
    '.',
  ],
  'check.added': ({ check }) => ['kept ', outside(check), '.'],
  'check.withdrawn': ({ check }) => ['withdrew ', outside(check), '.'],
}
