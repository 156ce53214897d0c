import type { Conn, Tx } from '../../db/conn.ts'
import { type Person, can } from '../accounts/permissions.ts'
import { findRevisions, insertRevision } from './revision-store.ts'

/** What one edit of a source changed, each field as it was and as it is; `seq` is the number of its event. */
export type Revision = Awaited<ReturnType<typeof findRevisions>>[number]

/** Keeps what an edit changed; that of a confidential source stays hidden from readers even when it is one no more. */
export const keepRevision = (tx: Tx, revision: Revision & { sourceId: number; confidential: boolean }): Promise<void> =>
  insertRevision(tx, revision)

/** What the edits changed whose events have those numbers, as far as the viewer may know it. */
export async function revisionsAt(conn: Conn, viewer: Person, seqs: number[]): Promise<Map<number, Revision>> {
  if (seqs.length === 0) return new Map()
  const all = can(viewer, 'source.seeConfidential')
  const found = await findRevisions(conn, { seqs, all })
  return new Map(found.map((revision) => [revision.seq, all ? revision : withoutOrigin(revision)]))
}

// The source that was named there may be confidential by now.
function withoutOrigin(revision: Revision): Revision {
  const isNamed = [revision.before, revision.after].some(({ origin }) => String(origin).startsWith('/sources/'))
  if (!isNamed) return revision
  const { origin: _was, ...before } = revision.before
  const { origin: _is, ...after } = revision.after
  return { ...revision, before, after }
}
