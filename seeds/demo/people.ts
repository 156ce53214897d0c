import type { Role } from '../../db/schema/index.ts'

export type DemoPerson = { name: string; role: Role }

/** The password of everyone in the demo newsroom. */
export const password = 'paper lantern harbour'

/** Nobody of these names exists, nor does their town. The first of them opened the newsroom. */
export const cast = {
  marguerite: { name: 'Marguerite Oakhollow', role: 'admin' },
  ansel: { name: 'Ansel Thistlewick', role: 'editor' },
  junia: { name: 'Junia Farrowmere', role: 'checker' },
  bastian: { name: 'Bastian Quillfeather', role: 'checker' },
  perrin: { name: 'Perrin Saltgrove', role: 'checker' },
  wanda: { name: 'Wanda Mistlethorpe', role: 'reader' },
} satisfies Record<string, DemoPerson>

export type Who = keyof typeof cast

/** A domain under `.example` belongs to nobody, for ever. */
export const emailOf = (who: Who): string => `${who}@port-ellery.example`

/** Every name of the cast, in the order they joined. */
// Object.keys says only string; the keys are those of the table.
export const everyone = Object.keys(cast) as Who[]

/** Who leaves at the end of the week, and cannot sign in any more. */
export const leaver: Who = 'perrin'
