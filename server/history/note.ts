import type { NoteKey, Signer } from './note-key.ts'

/** A signed statement that the history of that origin had `size` events whose Merkle root was `root`. */
export type Note = { origin: string; size: number; root: Buffer; text: string; signatures: Signature[] }
type Signature = { name: string; id: Buffer; bytes: Buffer }

/** The text of a checkpoint (C2SP tlog-checkpoint): origin, size and root, a line each. */
export const checkpointText = ({ origin, size, root }: Pick<Note, 'origin' | 'size' | 'root'>): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`

/** The text as a signed note (C2SP signed-note), with one line of signature a signer. */
export function signedNote(text: string, signers: Signer[]): string {
  const lines = signers.map(({ key, sign }) => {
    const signature = Buffer.concat([key.id, sign(text)])
    return `— ${key.name} ${signature.toString('base64')}\n`
  })
  return `${text}\n${lines.join('')}`
}

const pattern = /^(\S[^\n]*)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n((?:[^\n]+\n)*)\n((?:— [^\n]+(?:\n|$))+)/gm

/** Every checkpoint in a text, in its order; words around them are passed over, and so are the line ends of mails. */
export function readNotes(text: string): Note[] {
  const plain = text.replaceAll(/[\t ]*\r?\n/g, '\n')
  return [...plain.matchAll(pattern)].map(([, origin = '', size = '', root = '', more = '', signatures = '']) => ({
    origin,
    size: Number(size),
    root: Buffer.from(root, 'base64'),
    text: `${origin}\n${size}\n${root}\n${more}`,
    signatures: signatures.trim().split('\n').map(readSignature),
  }))
}

function readSignature(line: string): Signature {
  const [, name = '', data = ''] = line.trim().split(' ')
  const bytes = Buffer.from(data, 'base64')
  return { name, id: bytes.subarray(0, 4), bytes: bytes.subarray(4) }
}

/** Whether that key has signed the note. */
export const isSignedBy = (note: Note, key: NoteKey): boolean =>
  note.signatures.some(
    ({ name, id, bytes }) => name === key.name && id.equals(key.id) && key.verifies(note.text, bytes),
  )
