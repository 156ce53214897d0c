import { rmSync } from 'node:fs'
import { write } from '../../db/write.ts'
import { BadSettings } from '../errors.ts'
import { addCheckpoint } from './checkpoint.ts'
import { type KeyState, type Signing, keyState, namedKey } from './key.ts'
import { readKeyFile, takeWaitingKey, waitingKey, writeKeyFile } from './key-file.ts'
import { type NoteKey, newSigner } from './note-key.ts'
import { record } from './record.ts'

/**
 * Makes the key on the first start and finishes a change of key that was cut off; later it only looks. The origin, by which
 * checkpoints name this history, is made with the first key and stands in the history from then on.
 */
export async function openKey(signing: Signing): Promise<KeyState> {
  const { db, config } = signing
  const named = await namedKey(db.reader)
  if (!named) await nameFirstKey(signing)
  else if (fits(waitingKey(config.keyFile), named)) takeWaitingKey(config.keyFile)
  return keyState(signing)
}

const fits = (path: string, named: NoteKey): boolean => {
  const found = readKeyFile(path)
  return typeof found === 'object' && found.signer.key.text === named.text
}

// The file comes first: a key that only the history knows could never sign.
async function nameFirstKey({ db, config }: Signing): Promise<void> {
  let found = readKeyFile(config.keyFile)
  if (found === 'missing') {
    writeKeyFile(config.keyFile, newSigner(`stet-${db.random.bytes(8).toString('hex')}`, db.random))
    found = readKeyFile(config.keyFile)
  }
  if (typeof found !== 'object') return
  const key = found.signer.key.text
  await write(db, (tx) => record(tx, null, 'key.made', {}, { key, before: null }))
}

/**
 * Changes the key: the history names the new one, and a checkpoint over that is signed by both, or by the new one alone where
 * the old one is lost. The old key is then gone. Returns the new one, and whether the old one has signed it.
 */
export async function renewKey(signing: Signing): Promise<{ key: NoteKey; signedByOld: boolean }> {
  const { db, config } = signing
  const named = await namedKey(db.reader)
  if (!named) throw new BadSettings('This history has no key yet. It gets one when Stet is first started.')
  const state = await openKey(signing)
  const signer = newSigner(named.name, db.random)
  rmSync(waitingKey(config.keyFile), { force: true })
  writeKeyFile(waitingKey(config.keyFile), signer)
  await write(db, async (tx) => {
    await record(tx, null, 'key.made', {}, { key: signer.key.text, before: named.text })
    await addCheckpoint(tx, { signers: state.ok ? [signer, state.signer] : [signer], reason: 'new_key' })
  })
  takeWaitingKey(config.keyFile)
  return { key: signer.key, signedByOld: state.ok }
}
