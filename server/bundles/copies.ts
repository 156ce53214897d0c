import type { Conn } from '../../db/conn.ts'
import { endingOf } from '../snapshots/original.ts'
import { newestSnapshots, snapshotBytes } from '../snapshots/snapshot.ts'
import { csvFile } from './file.ts'
import { citedCopies, citedSources, copiesById } from './store.ts'
import type { BundleFile } from './zip.ts'

/** As much of copies as a bundle takes along, in bytes. */
const mostBytes = 2_000_000_000

/** The copies of what is cited, and of which sources they are. */
export type Copies = {
  files: BundleFile[]
  sourceIds: Set<number>
  /** How many did not find room. */
  left: number
}

/**
 * The copies that the passages of an article’s evidence were looked up in, and the newest copy of each source cited; nothing of a
 * confidential source. The bytes are read when they are sent, so the connection has to stay open.
 */
export async function copiesOf(conn: Conn, articleId: number): Promise<Copies> {
  const sources = await citedSources(conn, articleId)
  const newest = await newestSnapshots(
    conn,
    sources.map(({ id }) => id),
  )
  const cited = await citedCopies(conn, articleId)
  const citedAs = new Map([
    ...[...newest].map(([sourceId, { id }]) => [id, sourceId] as const),
    ...cited.map(({ id, sourceId }) => [id, sourceId] as const),
  ])
  const copies = await copiesById(conn, [...citedAs.keys()])
  const named = new Map(sources.map((source) => [source.id, source]))
  const packed = new Map<string, BundleFile>()
  let bytes = 0
  const rows = copies.map(({ id, sha256, mediaType, size, address, finalAddress, capturedAt }) => {
    const source = named.get(citedAs.get(id) ?? 0)
    const path = `copies/${sha256}.${endingOf(mediaType)}`
    if (!packed.has(path) && bytes + size <= mostBytes) {
      bytes += size
      packed.set(path, { path, bytes: () => snapshotBytes(conn, { sha256 }), stored: !mediaType.startsWith('text/') })
    }
    const about = [source?.id ?? null, source?.title ?? null, source?.url ?? null]
    return [packed.has(path) ? path : null, sha256, mediaType, size, ...about, address, finalAddress, capturedAt]
  })
  const sourceIds = new Set([...sources.map(({ id }) => id), ...copies.map(({ sourceId }) => sourceId)])
  const left = rows.filter(([path]) => path === null).length
  return { files: [csvFile('copies.csv', header, rows), ...packed.values()], sourceIds, left }
}

const header = [
  'file',
  'sha256',
  'media_type',
  'size',
  'source_id',
  'source_title',
  'source_url',
  'address',
  'final_address',
  'captured_at',
]
