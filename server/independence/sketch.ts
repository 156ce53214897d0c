import { endianness } from 'node:os'
import type { Conn, Tx } from '../../db/conn.ts'
import { entriesOf, entriesOfOne, standingIds } from '../sources/entries.ts'
import type { Alike } from './grouping.ts'
import { type Sketch, carrySameText, marksOf } from './shingles.ts'
import { findMarked, findNamed, hasSketches, insertSketch, newestSketches } from './store.ts'

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

/** The same for several lists of sources, with no more queries than for one. */
export async function alikeAmongEach(conn: Conn, lists: readonly (readonly number[])[]): Promise<Alike[]> {
  const several = lists.filter((sources) => sources.length > 1).flat()
  const found = several.length > 0 && (await hasSketches(conn)) ? await sketchesOf(conn, [...new Set(several)]) : []
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
  const except = await entriesOfOne(conn, id, { all: true })
  const marked = await findMarked(conn, { marks: marksOf(own.sketch), except })
  const standing = new Set((await standingIds(conn, marked)).values())
  const texts = await sketchesOf(conn, [...standing])
  const alike = texts.filter(({ sketch }) => carrySameText(own.sketch, sketch)).map(({ sourceId }) => sourceId)
  return alike.length === 0 ? [] : findNamed(conn, { ids: alike, all })
}

async function sketchesOf(conn: Conn, sources: readonly number[]): Promise<Sketched[]> {
  const entries = await entriesOf(conn, sources)
  const ids = [...entries.values()].flat()
  const rows = ids.length === 0 ? [] : await newestSketches(conn, ids)
  const bySource = new Map(rows.map((row) => [row.sourceId, row]))
  return [...entries]
    .flatMap(([sourceId, of]) => {
      const newest = of.flatMap((id) => bySource.get(id) ?? []).toSorted((a, b) => b.snapshotId - a.snapshotId)[0]
      return newest ? [{ ...newest, sourceId }] : []
    })
    .toSorted((a, b) => a.snapshotId - b.snapshotId)
    .map(({ sourceId, scale, hashes }) => ({ sourceId, sketch: { scale, hashes: hashesOf(hashes) } }))
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
