import { type Html, html } from '../html.ts'
import { Choice, Field, Tick, named } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'

type Fields = { typed: Typed; people: readonly { id: number; name: string }[] }

const asItIs = 'As it is'

/** What is to be done to many claims: who gets them, and when they are due. Whatever is left empty stays. */
export const BulkFields = ({ typed, people }: Fields): Html => html`
  ${Choice({ typed, name: 'assignee', label: 'Assigned to', needed: true, none: asItIs, options: [{ value: 'none', label: 'Nobody' }, ...named(people)] })}
  ${Field({ typed, name: 'due', label: 'Due', type: 'date', needed: true })}
  ${Tick({ typed, name: 'noDue', label: 'No due date', needed: true })}`
