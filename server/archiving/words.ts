import type { ArchiveState } from '../../db/schema/index.ts'

export type { ArchiveState } from '../../db/schema/index.ts'

/** The kind of job that asks. */
export const keepKind = 'archiving.keep'

/** How far a request is, as a sentence says it. */
export const archiveStateWords: Record<ArchiveState, string> = {
  asked: 'Asked for, not through yet',
  waiting: 'The archive is at it',
  kept: 'Kept',
  refused: 'Not kept',
}

/** What asking makes public, and to whom. */
export const archiveNotice =
  'The Internet Archive, a public library in the United States, then fetches the page itself and shows its copy to everybody, for good. It learns that the account of this newsroom asked for this address. If nobody should know that you look at it, don’t ask.'
