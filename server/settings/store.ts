import { eq, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { settings } from '../../db/schema/index.ts'

export type SettingsRow = typeof settings.$inferSelect

/** The one row of settings, made by the first migration. */
export async function findSettings(conn: Conn): Promise<SettingsRow> {
  const query = prepared(conn, 'settings', (c) => c.select().from(settings).where(eq(settings.id, 1)).prepare())
  const [row] = await query.execute()
  if (!row) throw new Error('The settings row is missing')
  return row
}

/** Changes the settings and counts their version up. */
export async function updateSettings(tx: Tx, edit: Partial<Omit<SettingsRow, 'id' | 'version'>>): Promise<void> {
  await tx
    .update(settings)
    .set({ ...edit, version: sql`${settings.version} + 1` })
    .where(eq(settings.id, 1))
}
