import type { SnapshotOrigin } from '../../db/schema/index.ts'

export type { SnapshotOrigin } from '../../db/schema/index.ts'

/** How a copy came here, as the end of a sentence. */
export const snapshotOriginWords: Record<SnapshotOrigin, string> = {
  fetch: 'fetched from its address',
  upload: 'uploaded',
  paste: 'pasted',
}

/** The address of a copy; with `mark` (UTF-16 code units of its text) it opens there, and what stands there is marked. */
export const snapshotAddress = (
  { id, sourceId }: { id: number; sourceId: number },
  mark?: { start: number; end: number },
): string => `/sources/${sourceId}/snapshots/${id}${mark ? `?mark=${mark.start}-${mark.end}#mark` : ''}`
