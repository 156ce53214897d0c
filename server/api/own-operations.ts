import { z } from 'zod'
import { roles } from '../accounts/words.ts'
import { scopes } from '../tokens/words.ts'
import { reading } from './operation.ts'
import { rowId } from './shapes/parts.ts'

/** Whose token it is. */
export const Me = z
  .strictObject({
    person: z.strictObject({ id: rowId, name: z.string(), role: z.enum(roles) }),
    scopes: z.array(z.enum(scopes)),
  })
  .meta({ id: 'Me', description: 'Whom the token stands for, and what it may do.' })

export const ownOperations = [
  reading({
    id: 'readMe',
    path: '/me',
    tag: 'Your token',
    summary: 'Whose token this is',
    scope: null,
    answer: Me,
    read: async ({ bearer: { person, scopes: may } }) => ({
      person: { id: person.id, name: person.name, role: person.role },
      scopes: [...may],
    }),
  }),
]
