import type { Conn } from '../../db/conn.ts'
import { cameAs, evidenceOf } from './own-store.ts'
import type { PlannedRow } from './rows.ts'

const batch = 300

/** The same rows; evidence on a claim that neither came out of our own file nor has this very evidence is a problem. */
export async function* withClaims(conn: Conn, rows: AsyncIterable<PlannedRow>): AsyncGenerator<PlannedRow> {
  let waiting: PlannedRow[] = []
  for await (const row of rows) {
    waiting.push(row)
    if (waiting.length < batch) continue
    yield* await looked(conn, waiting)
    waiting = []
  }
  yield* await looked(conn, waiting)
}

async function looked(conn: Conn, rows: PlannedRow[]): Promise<PlannedRow[]> {
  const evidence = rows.flatMap((row) => ('key' in row && row.value.kind === 'own_evidence' ? [row.value] : []))
  if (evidence.length === 0) return rows
  const came = await cameAs(
    conn,
    evidence.map(({ claimThere }) => claimThere),
  )
  const own = await evidenceOf(
    conn,
    evidence.map(({ evidenceThere }) => evidenceThere),
  )
  const known = new Set(own.map(({ id, claimId }) => `${id} ${claimId}`))
  return rows.map((row) => {
    if (!('key' in row) || row.value.kind !== 'own_evidence') return row
    const { claimThere, evidenceThere } = row.value
    if (came.has(claimThere) || known.has(`${evidenceThere} ${claimThere}`)) return row
    return { row: row.row, line: row.line, problems: [{ column: 1, problem: absent }] }
  })
}

const absent =
  'The claim that this is about has not come out of a file. Import claims.csv of the same export first, then this file again.'
