import { correctionWords } from '../corrections/words.ts'
import { sha256 } from '../history/record.ts'
import type { PublicChange } from '../reports/public.ts'

/** A publication or a change of one, as feeds tell it. Times are instants (ISO 8601, UTC). */
export type Entry = {
  /** Stays the same wherever this server moves. */
  id: string
  url: string
  title: string
  published: string
  updated: string
  tags: string[]
  change: PublicChange
}

/** The entry of a change; `origin` is the address of this server without a slash at its end. */
export function entryOf(change: PublicChange, origin: string): Entry {
  const { key, at, claim } = change
  return {
    id: stableId(key, at),
    url: origin + claim.path,
    title: `${headOf(change)}: ${claim.statement}`,
    published: at,
    updated: updatedOf(change),
    tags: claim.tags,
    change,
  }
}

function headOf({ why, kind, claim }: PublicChange): string {
  // Whatever it said, nobody stands by it any more.
  if (claim.state === 'withdrawn') return 'Withdrawn'
  if (why === 'corrected') return kind ? correctionWords[kind] : 'Correction'
  if (why === 'renewed') return 'Brought up to date'
  return why === 'withdrawn' ? 'Withdrawn, and checked again since' : (claim.rating?.label ?? 'Checked')
}

// A publication shows the claim as it is now; a change of it tells what was changed then, until the claim is withdrawn.
function updatedOf({ why, at, claim }: PublicChange): string {
  const followsClaim = why === 'published' || claim.state === 'withdrawn'
  return followsClaim && claim.updatedAt > at ? claim.updatedAt : at
}

// A UUID of version 8 (RFC 9562) out of what never changes: the change's key, and when it was made.
function stableId(key: string, at: string): string {
  const bytes = Buffer.from(sha256(`${key} ${at}`).subarray(0, 16))
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`
}
