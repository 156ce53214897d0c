import { endianness } from 'node:os'
import type { Conn, Tx } from '../../db/conn.ts'
import type { Alike } from './grouping.ts'
import { type Sketch, carrySameText, marksOf } from './shingles.ts'
import { findMarked, insertSketch, newestSketches } from './store.ts'

/** The most texts that are held against each other for one claim. */
const mostTexts = 40

/** Keeps the sketch of the text of a snapshot. */
export const keepSketch = (tx: Tx, snapshotId: number, sketch: Sketch): Promise<void> =>
  insertSketch(tx, { snapshotId, scale: sketch.scale, hashes: bytesOf(sketch.hashes) }, marksOf(sketch))

/** Which of the sources carry the same text, by their newest kept copies. They must be ones that the viewer may know of. */
export async function alikeAmong(conn: Conn, sources: readonly number[]): Promise<Alike> {
  const [alike] = await alikeAmongEach(conn, [sources])
  return alike ?? []
}

/** The same for several lists of sources, in one query. */
export async function alikeAmongEach(conn: Conn, lists: readonly (readonly number[])[]): Promise<Alike[]> {
  const several = lists.filter((sources) => sources.length > 1).flat()
  const found = several.length === 0 ? [] : await sketchesOf(conn, [...new Set(several)])
  const sketches = new Map(found.map((sketch) => [sketch.sourceId, sketch]))
  return lists.map((sources) => alikeOf(sources.flatMap((id) => sketches.get(id) ?? [])))
}

type Sketched = { sourceId: number; sketch: Sketch }

function alikeOf(sketched: Sketched[]): Alike {
  const sketches = sketched.slice(0, mostTexts)
  return sketches.flatMap((a, index) =>
    sketches
      .slice(index + 1)
      .filter((b) => carrySameText(a.sketch, b.sketch))
      .map((b) => [a.sourceId, b.sourceId] as const),
  )
}

/** Other sources whose newest kept text is nearly the same as this one's; confidential ones only when `all`. */
export async function nearlySame(conn: Conn, { id, all }: { id: number; all: boolean }) {
  const [own] = await sketchesOf(conn, [id])
  if (!own) return []
  const marked = await findMarked(conn, { marks: marksOf(own.sketch), id, all })
  const texts =
    marked.length === 0
      ? []
      : await sketchesOf(
          conn,
          marked.map((source) => source.id),
        )
  const alike = new Set(texts.filter(({ sketch }) => carrySameText(own.sketch, sketch)).map(({ sourceId }) => sourceId))
  return marked.filter((source) => alike.has(source.id))
}

async function sketchesOf(conn: Conn, sources: readonly number[]): Promise<Sketched[]> {
  const rows = await newestSketches(conn, sources)
  return rows.map(({ sourceId, scale, hashes }) => ({ sourceId, sketch: { scale, hashes: hashesOf(hashes) } }))
}

const swaps = endianness() === 'BE'

function bytesOf(hashes: Uint32Array): Buffer {
  const bytes = Buffer.from(Uint8Array.from(new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength)))
  return swaps ? bytes.swap32() : bytes
}

function hashesOf(bytes: Buffer): Uint32Array {
  const copy = Buffer.from(bytes)
  if (swaps) copy.swap32()
  return new Uint32Array(Uint8Array.from(copy).buffer)
}
