import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { FolderUnusable } from '../errors.ts'
import { type Signer, readSigner } from './note-key.ts'

/** What the key file holds: a key, nothing where there is no file, or why it cannot be used. */
export type Found = { signer: Signer } | 'missing' | 'unreadable'

/** Reads the key file, which is small and read whenever something is signed: so a key put back takes effect at once. */
export function readKeyFile(path: string): Found {
  try {
    const signer = readSigner(readFileSync(path, 'utf8'))
    return signer ? { signer } : 'unreadable'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'unreadable'
  }
}

/** Writes a new key, readable by this user alone, to a place where there is none. Throws FolderUnusable. */
export function writeKeyFile(path: string, { secret }: Signer): void {
  try {
    const handle = openSync(path, 'wx', 0o600)
    try {
      writeSync(handle, `${secret}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new FolderUnusable(`The key file ${path} cannot be written (${code}). Check its folder, or set KEY_FILE.`)
  }
}

/** Where a key waits that the history may already name: a crash then leaves one of the two that fits. */
export const waitingKey = (path: string): string => `${path}.new`

/** Puts the key that waits in the place of the other. */
export function takeWaitingKey(path: string): void {
  if (existsSync(waitingKey(path))) renameSync(waitingKey(path), path)
}
