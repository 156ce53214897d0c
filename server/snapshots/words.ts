import type { SnapshotOrigin } from '../../db/schema/index.ts'

export type { SnapshotOrigin } from '../../db/schema/index.ts'

/** How a copy came here, as the end of a sentence. */
export const snapshotOriginWords: Record<SnapshotOrigin, string> = {
  fetch: 'fetched from its address',
  upload: 'uploaded',
  paste: 'pasted',
}
