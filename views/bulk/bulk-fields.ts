import { bulkMoveWords } from '../../server/bulk/words.ts'
import { priorities, priorityWords } from '../../server/claims/words.ts'
import { type Html, html } from '../html.ts'
import { Choice, Field, Tick, named, worded } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'

type Fields = { typed: Typed; people: readonly { id: number; name: string }[] }

const asItIs = 'As it is'

const bulkMoves = ['open', 'checking', 'set_aside', 'back'] as const

/** What is to become of many claims. Whatever is left empty stays. */
export const BulkFields = ({ typed, people }: Fields): Html => html`
  ${Choice({ typed, name: 'assignee', label: 'Assigned to', needed: true, none: asItIs, options: [{ value: 'none', label: 'Nobody' }, ...named(people)] })}
  ${Choice({ typed, name: 'move', label: 'State', needed: true, none: asItIs, options: worded(bulkMoves, bulkMoveWords) })}
  ${Field({ typed, name: 'reason', label: 'Why they are set aside', needed: true, max: 500 })}
  ${Choice({ typed, name: 'priority', label: 'Priority', needed: true, none: asItIs, options: worded(priorities, priorityWords) })}
  ${Field({ typed, name: 'due', label: 'Due', type: 'date', needed: true })}
  ${Tick({ typed, name: 'noDue', label: 'No due date', needed: true })}
  ${Field({ typed, name: 'addTags', label: 'Tags to add', needed: true, max: 1_000 })}
  ${Field({ typed, name: 'takeTags', label: 'Tags to take away', needed: true, max: 1_000 })}`
