import { eq, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { insertInto } from '../../db/insert.ts'
import { importedVerdicts, imports } from '../../db/schema/index.ts'

/** The imported verdict on a claim with the name of its file, or undefined. */
export async function findImported(conn: Conn, claimId: number) {
  const { importId, line, label, rationale, checkedOn, checker, url } = importedVerdicts
  const query = prepared(conn, 'verdicts.imported', (c) =>
    c
      .select({ importId, line, label, rationale, checkedOn, checker, url, fileName: imports.fileName })
      .from(importedVerdicts)
      .innerJoin(imports, eq(imports.id, importId))
      .where(eq(importedVerdicts.claimId, sql.placeholder('claimId')))
      .prepare(),
  )
  const [found] = await query.execute({ claimId })
  return found
}

/** Keeps the imported verdict on a claim. */
export async function insertImported(tx: Tx, row: typeof importedVerdicts.$inferInsert): Promise<void> {
  await insertInto(tx, importedVerdicts, row)
}
