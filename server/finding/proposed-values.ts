import type { Conn } from '../../db/conn.ts'
import { readReading } from '../articles/reading.ts'
import { formValues } from '../values/form-values.ts'

/** What the form of a new claim opens with when it is made of a candidate; nothing for one that is no longer open. */
export async function proposedValues(
  conn: Conn,
  articleId: number,
  key: string | undefined,
): Promise<Record<string, string>> {
  if (key === undefined) return {}
  const { candidates } = await readReading(conn, articleId)
  const candidate = candidates.open.find((one) => one.key === key)
  if (!candidate) return {}
  const { statement, claimant, claimantRole, reportedBy, kind } = candidate
  return { ...formValues({ statement, claimant, claimantRole, reportedBy, kind }), candidate: key }
}
