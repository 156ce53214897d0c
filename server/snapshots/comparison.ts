import type { Conn } from '../../db/conn.ts'
import type { Comparison } from '../documents/compare.ts'
import { read } from '../documents/read.ts'
import type { Snapshot } from './snapshot.ts'
import { readSnapshotText } from './view.ts'

/** What changed between the texts of two copies, or a sentence why that cannot be said. */
export async function compareSnapshots(
  conn: Conn,
  before: Snapshot,
  after: Snapshot,
): Promise<Comparison | { problem: string }> {
  const [was, is] = [await readSnapshotText(conn, before), await readSnapshotText(conn, after)]
  const found = await read('compare', { before: paragraphsOf(was), after: paragraphsOf(is) })
  if (found === 'busy')
    return { problem: 'Several files are being read just now. Load this page again in a few seconds.' }
  if (found === 'unreadable') return { problem: tooDifferent }
  return found.changes ? found : { problem: tooDifferent }
}

const paragraphsOf = ({ text, blocks }: { text: string; blocks: { start: number; end: number }[] }) =>
  blocks.map(({ start, end }) => text.slice(start, end))

const tooDifferent =
  'These two texts are so long and so different that they could not be compared in time. Open both, and compare where it matters.'
