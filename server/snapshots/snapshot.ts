import type { Conn, Tx } from '../../db/conn.ts'
import type { Block, PageSpan, SnapshotAnswer, SnapshotOrigin } from '../../db/schema/index.ts'
import { BadInput } from '../errors.ts'
import type { Content } from '../documents/content.ts'
import type { Fetched } from '../fetching/fetch.ts'
import { record, sha256 } from '../history/record.ts'
import { keepSketch } from '../independence/sketch.ts'
import { addJob } from '../jobs/job.ts'
import { indexCopy } from '../search/copy-index.ts'
import { snapshotRoom } from '../settings/setting.ts'
import { entriesOf, entriesOfOne } from '../sources/entries.ts'
import {
  findNewest,
  findOfSources,
  findPiece,
  findText,
  hasBlob,
  insertBlob,
  insertSnapshot,
  insertText,
} from './store.ts'

/** A frozen copy of a source. It is as confidential as its source is. */
export type Snapshot = {
  id: number
  sourceId: number
  /** Of the bytes, in hexadecimal. */
  sha256: string
  mediaType: string
  charset: string | null
  size: number
  origin: SnapshotOrigin
  address: string | null
  finalAddress: string | null
  fileName: string | null
  declaredType: string | null
  capturedAt: string
  /** Null for the program itself. */
  capturedBy: { id: number; name: string } | null
}

/** What was read out of a snapshot when it was taken. Offsets are UTF-16 code units of `text`. */
export type SnapshotText = {
  text: string
  blocks: Block[]
  pages: PageSpan[] | null
  problem: string | null
  sha256: string
}

/** A copy to keep: its bytes, what `readContent` found in them, and where they came from. */
export type NewSnapshot = {
  sourceId: number
  bytes: Buffer
  extracted: Content
  origin: SnapshotOrigin
  address?: string | null
  finalAddress?: string | null
  fileName?: string | null
  declaredType?: string | null
  answer?: SnapshotAnswer | null
}

/** Where a copy of a fetched page is from, with what the site said. */
export const fromWeb = ({ address, finalAddress, contentType, fetchedAt, status, headers }: Fetched) => ({
  origin: 'fetch' as const,
  address,
  finalAddress,
  declaredType: contentType,
  answer: { at: fetchedAt, status, headers },
})

/**
 * Keeps a copy of a source with its event, asks for the passages to be looked up in it and, when it is long, for its text to be indexed, and returns its id; `actor` is null for the program itself. The same bytes are
 * stored once. Whether the source exists for the actor is for the caller to know. Throws BadInput when the quota is used up.
 */
export async function keepSnapshot(
  tx: Tx,
  actor: { id: number } | null,
  { bytes, extracted, sourceId, origin, ...from }: NewSnapshot,
): Promise<number> {
  const { sha256: hash, size, mediaType, charset, text, blocks, pages, problem } = extracted
  if (!(await hasBlob(tx, hash))) {
    if (size > (await snapshotRoom(tx))) throw new BadInput({ '': full })
    await insertBlob(tx, hash, bytes)
  }
  const row = { sourceId, sha256: hash, mediaType, charset, size, origin, ...from, capturedById: actor?.id ?? null }
  const id = await insertSnapshot(tx, row)
  const textHash = sha256(text).toString('hex')
  if (extracted.sketch) await keepSketch(tx, id, extracted.sketch)
  await insertText(tx, { snapshotId: id, text, blocks, pages, problem, sha256: textHash })
  await indexCopy(tx, { id, text })
  const kept = { snapshot: id, origin, type: mediaType, size, sha256: hash, text: textHash }
  await record(tx, actor, 'snapshot.kept', { source: sourceId }, kept)
  if (text !== '')
    await addJob(tx, {
      kind: 'evidence.look_up',
      payload: { source: sourceId, snapshot: id },
      key: `source ${sourceId}`,
    })
  return id
}

const full =
  'There is no room left for this copy, so it was not kept: the newsroom keeps as much as its settings allow. Ask an admin to allow more.'

/** Of each source its newest snapshot (of those merged into it too), by the id of the source asked for. Asks for all at once; whether the sources may be seen is for the caller to know. */
export async function newestSnapshots(conn: Conn, sourceIds: readonly number[]): Promise<Map<number, Snapshot>> {
  const entries = await entriesOf(conn, sourceIds)
  const ids = [...entries.values()].flat()
  const found = ids.length === 0 ? [] : await findNewest(conn, ids)
  const bySource = new Map(found.map((snapshot) => [snapshot.sourceId, snapshot]))
  const newest = [...entries].map(([id, of]) => [id, newestOf(of.flatMap((each) => bySource.get(each) ?? []))] as const)
  return new Map(newest.flatMap(([id, snapshot]) => (snapshot ? [[id, snapshot]] : [])))
}

const newestOf = (snapshots: Snapshot[]) => snapshots.toSorted((a, b) => b.id - a.id)[0]

/**
 * The snapshots of a source and of those merged into it, newest first, at most `limit`; those of one that is more secret than
 * the source only when `all`. Whether the source may be seen is for the caller to know.
 */
export async function snapshotsOf(conn: Conn, sourceId: number, { limit = 50, all = false } = {}): Promise<Snapshot[]> {
  return findOfSources(conn, await entriesOfOne(conn, sourceId, { all }), { limit })
}

/** Of a source and of each that was merged into it the newest copy, the newest of all first. */
export async function newestOfEach(conn: Conn, sourceId: number): Promise<Snapshot[]> {
  return findNewest(conn, await entriesOfOne(conn, sourceId))
}

const copiesTried = 5
const mostSources = 10

/** Of a source and of each that was merged into it the newest copy that has a text, one after the other, the newest of all first. */
export async function* newestTexts(
  conn: Conn,
  sourceId: number,
): AsyncGenerator<SnapshotText & { snapshot: number; sourceId: number }> {
  for (const { sourceId: of } of (await newestOfEach(conn, sourceId)).slice(0, mostSources))
    for (const { id } of await findOfSources(conn, [of], { limit: copiesTried })) {
      const copy = await findText(conn, id)
      if (!copy || copy.text === '') continue
      yield { ...copy, snapshot: id }
      break
    }
}

/** What was read out of a snapshot, and of which source it is. Whether that may be seen is for the caller to know. */
export async function snapshotText(conn: Conn, id: number): Promise<(SnapshotText & { sourceId: number }) | undefined> {
  return findText(conn, id)
}

/** The bytes of a copy, a megabyte at a time; the event loop turns after each. */
export async function* snapshotBytes(conn: Conn, { sha256: hash }: Pick<Snapshot, 'sha256'>): AsyncGenerator<Buffer> {
  for (let number = 0; ; number++) {
    const piece = await findPiece(conn, hash, number)
    if (!piece) return
    yield piece
    await new Promise((resolve) => setImmediate(resolve))
  }
}
