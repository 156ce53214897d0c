import { sha256 } from '../history/record.ts'
import type { PublicChange } from './public.ts'

/**
 * What programs know a change of a public page by: a UUID of version 8 (RFC 9562) out of what never changes, wherever this server moves.
 * The time is in it, because keys are given again after an older copy of the database was put back.
 */
export function changeId({ key, at }: Pick<PublicChange, 'key' | 'at'>): string {
  const bytes = Buffer.from(sha256(`${key} ${at}`).subarray(0, 16))
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`
}
