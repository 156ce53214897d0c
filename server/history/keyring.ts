import type { EventBody } from './body.ts'
import { type Note, isSignedBy } from './note.ts'
import { type NoteKey, readNoteKey } from './note-key.ts'

type Made = { seq: number; key: NoteKey; signedByOld: boolean | undefined }

/** The keys that a history names, in their order, as its events go by. */
export type Keyring = { made: Made[] }

/** A keyring for a history that is read from its beginning. */
export const newKeyring = (): Keyring => ({ made: [] })

/** Takes up the key that an event names, if it names one. */
export function seeKey({ made }: Keyring, { type, seq, data }: EventBody): void {
  if (type !== 'key.made' || typeof data.key !== 'string') return
  const key = readNoteKey(data.key)
  if (key) made.push({ seq, key, signedByOld: undefined })
}

/** The key that signs a history of that many events. */
export const keyAt = ({ made }: Keyring, size: number): NoteKey | undefined =>
  made.findLast(({ seq }) => seq <= size)?.key

/** Notes whether the first checkpoint after a change of key is signed by the old one too. */
export function seeSignatures({ made }: Keyring, note: Note): void {
  const [before, newest] = made.slice(-2)
  if (before && newest) newest.signedByOld ??= isSignedBy(note, before.key)
}

/** The changes of key that the old key has not signed: a sentence each. */
export const doubtsOf = ({ made }: Keyring): string[] =>
  made
    .filter(({ signedByOld }, index) => index > 0 && !signedByOld)
    .map(
      ({ seq }) =>
        `From event ${seq} on another key signs, and the key before has not signed that: ask the newsroom whether it had lost its key.`,
    )
