import type { Conn, Tx } from '../../db/conn.ts'
import type { importedVerdicts } from '../../db/schema/index.ts'
import { findImported, insertImported } from './imported-store.ts'

/** A verdict that an imported file tells of: given by nobody here. */
export type ImportedVerdict = NonNullable<Awaited<ReturnType<typeof findImported>>>

/** The verdict that the claim came with, if it came out of a file that had one. */
export const importedVerdictOf = (conn: Conn, claimId: number): Promise<ImportedVerdict | undefined> =>
  findImported(conn, claimId)

/** Keeps what a file says of the verdict on a claim. */
export const addImportedVerdict = (tx: Tx, row: typeof importedVerdicts.$inferInsert): Promise<void> =>
  insertImported(tx, row)
