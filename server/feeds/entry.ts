import { correctionWords } from '../corrections/words.ts'
import { changeId } from '../reports/change-id.ts'
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
  const { at, claim } = change
  return {
    id: changeId(change),
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
