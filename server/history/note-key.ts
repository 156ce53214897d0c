import { type KeyObject, createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto'
import type { Random } from '../chance.ts'

/**
 * A public key as C2SP signed-note writes it: `text` is `<name>+<key id in hex>+<base64 of 0x01 and the 32 bytes>`.
 */
export type NoteKey = { name: string; id: Buffer; text: string; verifies: (text: string, signature: Buffer) => boolean }

/** A private key: `secret` is its one line in the key file. */
export type Signer = { key: NoteKey; secret: string; sign: (text: string) => Buffer }

// The 32 bytes of an Ed25519 key, as node:crypto takes them: PKCS #8 and SubjectPublicKeyInfo (RFC 8410) around them.
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')
const ed25519 = 0x01

/** Reads a public key; undefined for what is none, or whose key id is not its own. */
export function readNoteKey(text: string): NoteKey | undefined {
  const [, name = '', id = '', data = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length !== 33 || bytes[0] !== ed25519) return undefined
  const key = noteKey(name, bytes.subarray(1))
  return key.id.toString('hex') === id ? key : undefined
}

/** Reads the line of a key file; undefined for what is none. */
export function readSigner(text: string): Signer | undefined {
  const [, name = '', id = '', data = ''] =
    /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length !== 33 || bytes[0] !== ed25519) return undefined
  const signer = signerOf(name, bytes.subarray(1))
  return signer.key.id.toString('hex') === id ? signer : undefined
}

/** A new key for that name, made of 32 bytes of chance. The name holds no white space and no `+`. */
export const newSigner = (name: string, random: Random): Signer => signerOf(name, random.bytes(32))

function signerOf(name: string, seed: Buffer): Signer {
  const secretKey = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' })
  const key = noteKey(name, createPublicKey(secretKey).export({ format: 'der', type: 'spki' }).subarray(-32))
  const data = Buffer.concat([Buffer.of(ed25519), seed]).toString('base64')
  return {
    key,
    secret: `PRIVATE+KEY+${name}+${key.id.toString('hex')}+${data}`,
    sign: (text) => sign(null, Buffer.from(text), secretKey),
  }
}

function noteKey(name: string, bytes: Buffer): NoteKey {
  const data = Buffer.concat([Buffer.of(ed25519), bytes])
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), data]), 'buffer').subarray(0, 4)
  // Made on first use: a history read for its names verifies nothing.
  let key: KeyObject | undefined
  return {
    name,
    id,
    text: `${name}+${id.toString('hex')}+${data.toString('base64')}`,
    verifies: (text, signature) => {
      key ??= createPublicKey({ key: Buffer.concat([publicHead, bytes]), format: 'der', type: 'spki' })
      return verify(null, Buffer.from(text), key, signature)
    },
  }
}
