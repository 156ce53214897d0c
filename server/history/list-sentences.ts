import { counted } from '../values/count.ts'
import type { Events } from './events.ts'
import { type Names, type Piece, said } from './pieces.ts'

type Told = Extract<keyof Events, `${'bulk' | 'list'}.${string}`>

const many = (id: number, text: string): Piece => ({ text, href: `/claims/changes/${id}` })

const saved = (id: number, name: string): Piece => ({ text: `“${name}”`, href: `/lists/${id}` })

/** What follows the name of who did it, for changes of many claims at once and for lists that all see. */
export const listSentences: { [T in Told]: (data: Events[T], names: Names) => Piece[] } = {
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
  'list.shared': ({ list, name }) => ['shared the list ', saved(list, name), '.'],
  'list.changed': ({ list, after, before }) => [
    'changed the shared list ',
    saved(list, String(after.name ?? before.name ?? `list ${list}`)),
    '.',
  ],
  'list.withdrawn': ({ name }) => ['took the list ', said(name), ' away from the others.'],
}
