import { claimStates } from '../claims/words.ts'
import type { BulkMove, Chosen } from './change.ts'
import type { BulkRow } from './store.ts'

/** How the screen says how far a change of many claims is. */
export const bulkStateWords: Record<BulkRow['state'], string> = {
  running: 'Being changed',
  finished: 'Done',
  undoing: 'Being undone',
  undone: 'Undone',
}

/** What a state can be changed to, as the form offers it. */
export const bulkMoveWords: Record<BulkMove, string> = {
  open: 'Open',
  checking: 'Checking',
  set_aside: 'Set aside',
  back: 'As before it was set aside',
}

/** A claim as the form carries it on: with what was seen of it. */
export const chosenText = ({ id, version, state }: Chosen): string => `${id}:${version}:${claimStates.indexOf(state)}`
