import { targetWords } from '../imports/words.ts'
import { relationWords } from '../precedents/words.ts'
import { counted } from '../values/count.ts'
import type { Events } from './events.ts'
import { type Names, type Piece, lower } from './pieces.ts'

type Told = Extract<keyof Events, `${'relation' | 'check' | 'import'}.${string}`>

const outside = (id: number): Piece => ({ text: `check ${id} of another publisher`, href: `/checks/${id}` })

const imported = (id: number): Piece => ({ text: `import ${id}`, href: `/imports/${id}` })

/** What follows the name of who did it, for relations of claims, other publishers’ checks and imports. */
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
  'import.started': ({ import: id, target, rows }) => [
    'began ',
    imported(id),
    ` of ${counted(rows, 'row')}: ${lower(targetWords[target])}.`,
  ],
  'import.finished': ({ import: id, added, already, leftOut }) => [
    'finished ',
    imported(id),
    `: ${counted(added, 'row')} added, ${already} already here, ${leftOut} left out.`,
  ],
  'import.undone': ({ import: id, undone, kept }) => [
    'undid ',
    imported(id),
    `: ${counted(undone, 'row')} taken back, ${kept} kept because of work since.`,
  ],
}
