import { existsSync, readFileSync } from 'node:fs'
import { refuseStranger } from '../../db/guard.ts'
import { openReader, openSnapshot } from '../../db/open.ts'
import { BadSettings, DatabaseRefused } from '../errors.ts'
import { type VerifiedCopies, verifySnapshots } from '../snapshots/verify.ts'
import { counted } from '../values/count.ts'
import { readKeyFile } from './key-file.ts'
import { type Note, readNotes } from './note.ts'
import { type Verified, verifyHistory } from './verify.ts'

/** Checkpoints kept elsewhere, and where the key of this server should be; undefined for a copy of the database. */
type Beside = { known?: string | undefined; keyFile?: string | undefined }

/**
 * Checks the history in a database file, which may be in use, without changing it. Says what it found; 0 when all of it
 * holds, 1 when it does not. Throws DatabaseRefused when the file is no database of ours.
 */
export async function verifyFile(file: string, say: (line: string) => void, beside: Beside = {}): Promise<number> {
  const known = beside.known === undefined ? [] : knownIn(beside.known)
  refuseUnreadable(file)
  const { conn, close } = openSnapshot(file)
  try {
    const verified = await verifyHistory(conn, known)
    tellEvents(verified, say)
    tellCheckpoints(verified, say)
    for (const { size, why } of verified.known) say(`The checkpoint you gave, after event ${size}, ${why}`)
    const copies = await verifySnapshots(conn)
    tellCopies(copies, say)
    const foreign = foreignKey(verified, beside.keyFile)
    if (foreign) say(foreign)
    return verified.fault || foreign || copies.broken.length > 0 || verified.known.some(({ holds }) => !holds) ? 1 : 0
  } finally {
    close()
  }
}

function tellEvents({ fault, events, head }: Verified, say: (line: string) => void): void {
  if (fault) {
    say(`The history does not hold together. ${fault.why}`)
    say(`The first bad entry is event ${fault.seq}.`)
    return
  }
  say(`The history is whole: ${counted(events, 'event')}, each tied to the one before it.`)
  say(`The newest hash is ${head}`)
}

function tellCheckpoints({ checkpoints, events, keys, doubts }: Verified, say: (line: string) => void): void {
  const { all, held, newest } = checkpoints
  if (!newest) say(all === 0 ? 'Nothing is signed yet: there is no checkpoint.' : 'No checkpoint holds.')
  else {
    say(
      `${all === 1 ? 'The one checkpoint holds' : `${held} of ${all} checkpoints hold`}; the newest was signed after event ${newest.size}.`,
    )
    if (events > newest.size) say(`${counted(events - newest.size, 'event')} after it: not signed yet.`)
  }
  const key = keys.at(-1)
  if (key) say(`The key is ${key}`)
  for (const doubt of doubts) say(doubt)
}

function tellCopies({ copies, broken }: VerifiedCopies, say: (line: string) => void): void {
  if (copies === 0) return
  for (const line of broken) say(line)
  if (broken.length === 0)
    say(
      `The ${counted(copies, 'copy', 'copies')} of sources ${copies === 1 ? 'is' : 'are'} whole: each is what its hash and the history say.`,
    )
}

// Whoever rebuilds a history has to name a key of their own in it.
function foreignKey({ keys }: Verified, keyFile: string | undefined): string | undefined {
  const found = keyFile === undefined ? 'missing' : readKeyFile(keyFile)
  if (typeof found !== 'object' || found.signer.key.text === keys.at(-1)) return undefined
  return `The key in ${keyFile} is not the one that this history names: one of them was put there from elsewhere.`
}

function knownIn(path: string): Note[] {
  if (!existsSync(path)) throw new BadSettings(`There is no file ${path} with checkpoints.`)
  const notes = readNotes(readFileSync(path, 'utf8'))
  if (notes.length === 0)
    throw new BadSettings(`There is no checkpoint in ${path}: copy one whole, from its first line to the signature.`)
  return notes
}

function refuseUnreadable(file: string): void {
  if (!existsSync(file)) throw new DatabaseRefused(`There is no database at ${file}. Name a file, or set DATA_DIR.`)
  const sqlite = openReader(file)
  try {
    refuseStranger(sqlite, file)
  } finally {
    sqlite.close()
  }
}
