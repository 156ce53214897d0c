import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file of a bundle: its bytes, or how they are read when their turn comes. `stored`: they are packed already. */
export type BundleFile = { path: string; bytes: Buffer | (() => AsyncIterable<Buffer>); stored?: boolean }

/** A file as the manifest lists it; the hash is in hexadecimal. */
export type Listed = { path: string; size: number; sha256: string }

type Bundle = {
  /** In this order. */
  files: readonly BundleFile[]
  /** The last file, made of what the others turned out to be. */
  manifest: (listed: Listed[]) => BundleFile
  /** What every file is dated: a calendar date, so that the same data makes the same bytes. */
  day: string
}

/** A ZIP in pieces, each file read only when it is sent. What is still open is closed when nobody takes the rest. */
export async function* zipPieces({ files, manifest, day }: Bundle): AsyncGenerator<Buffer> {
  const zip = new ZipFile()
  const listed: Listed[] = []
  let reading: Readable | undefined
  const out = Readable.from(zip.outputStream)

  function add(path: string, { stored = false }: { stored?: boolean }, file: () => BundleFile): void {
    const options = { mtime: noonOf(day), mode: 0o100644, forceDosTimestamp: true, compress: !stored }
    zip.addReadStreamLazy(path, options, (give) => {
      reading = Readable.from(counted(file(), listed), { objectMode: false })
      reading.on('error', (error) => out.destroy(error))
      give(null, reading)
    })
  }

  for (const file of files) add(file.path, file, () => file)
  const last = manifest([]).path
  add(last, {}, () => manifest(listed))
  zip.end()
  try {
    yield* out
  } finally {
    reading?.destroy()
  }
}

async function* counted({ path, bytes }: BundleFile, listed: Listed[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of typeof bytes === 'function' ? bytes() : [bytes]) {
    hash.update(piece)
    size += piece.length
    if (piece.length > 0) yield piece
  }
  listed.push({ path, size, sha256: hash.digest('hex') })
}

// A ZIP holds the time on the clock of whoever made it. Noon is there on every day in every zone.
function noonOf(day: string): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}
