import { z } from 'zod'
import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { keyEvents } from './checkpoint-store.ts'
import { readKeyFile } from './key-file.ts'
import { type NoteKey, type Signer, readNoteKey } from './note-key.ts'

/** What signing needs of the world: the database, and the key file outside of it. */
export type Signing = { db: Db; config: { keyFile: string } }

/** The key that signs, or in a sentence why nothing is signed. */
export type KeyState = { ok: true; signer: Signer } | { ok: false; why: string }

/** The key that the history names last: the one that signs it now. Undefined before the first. */
export async function namedKey(conn: Conn): Promise<NoteKey | undefined> {
  const newest = (await keyEvents(conn)).at(-1)
  return newest && readNoteKey(keyIn(newest.body) ?? '')
}

const KeyMade = z.object({ data: z.object({ key: z.string() }) })

// A body that somebody spoilt names no key; the check of the history says what is wrong with it.
function keyIn(body: Buffer): string | undefined {
  try {
    return KeyMade.safeParse(JSON.parse(body.toString())).data?.data.key
  } catch {
    return undefined
  }
}

/** Whether there is the key to sign with. Reads the key file anew, so it can be put back while Stet runs. */
export async function keyState({ db, config }: Signing): Promise<KeyState> {
  const named = await namedKey(db.reader)
  const path = config.keyFile
  const found = readKeyFile(path)
  const why = (what: string) => ({
    ok: false as const,
    why: `${what}, so the history is not signed: put the key back, or make a new one with “npm run stet -- new-key” while Stet is stopped.`,
  })
  if (found === 'missing') return why(`The key file ${path} is missing`)
  if (found === 'unreadable') return why(`The key file ${path} cannot be read as a key`)
  if (found.signer.key.text !== named?.text) return why(`The key in ${path} is not the one that the history names`)
  return { ok: true, signer: found.signer }
}
