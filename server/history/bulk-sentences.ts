import { counted } from '../number.ts'
import type { Events } from './events.ts'
import type { Names, Piece } from './pieces.ts'

type Told = Extract<keyof Events, `bulk.${string}`>

const many = (id: number, text: string): Piece => ({ text, href: `/claims/changes/${id}` })

/** What follows the name of who did it, for changes of many claims at once. */
export const bulkSentences: { [T in Told]: (data: Events[T], names: Names) => Piece[] } = {
  'bulk.started': ({ bulk, claims }) => ['began ', many(bulk, `a change of ${counted(claims, 'claim')} at once`), '.'],
  'bulk.finished': ({ bulk, changed, left }) => [
    'changed ',
    many(bulk, `${counted(changed, 'claim')} at once`),
    left === 0 ? '.' : `; ${left} ${left === 1 ? 'was' : 'were'} left alone.`,
  ],
  'bulk.undone': ({ bulk, restored, kept }) => [
    'undid ',
    many(bulk, 'a change of many claims'),
    `: ${counted(restored, 'claim')} put back${kept === 0 ? '' : `, ${kept} changed since and kept`}.`,
  ],
}
