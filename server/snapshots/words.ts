import type { SnapshotOrigin } from '../../db/schema/index.ts'

export type { SnapshotOrigin } from '../../db/schema/index.ts'

/** How a copy came here, as the end of a sentence. */
export const snapshotOriginWords: Record<SnapshotOrigin, string> = {
  fetch: 'fetched from its address',
  upload: 'uploaded',
  paste: 'pasted',
}

/** The address of a copy; with `mark` (UTF-16 code units of its text) it opens there, and what stands there is marked. */
export const snapshotAddress = (
  { id, sourceId }: { id: number; sourceId: number },
  mark?: { start: number; end: number },
): string => `/sources/${sourceId}/snapshots/${id}${mark ? `?mark=${mark.start}-${mark.end}#mark` : ''}`

const typeWords: Record<string, string> = {
  'text/html': 'Web page',
  'text/plain': 'Text',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
  'image/png': 'PNG picture',
  'image/jpeg': 'JPEG picture',
  'image/webp': 'WebP picture',
}

/** What a copy is, in a word or two. */
export const typeWord = (mediaType: string): string => typeWords[mediaType] ?? mediaType

/** A number of bytes as people read it: `812 bytes`, `34 kB`, `1.2 MB`, `10 GB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const [unit = '', size = 1] = units.find(([, one]) => bytes >= one) ?? []
  const number = bytes / size
  return `${number.toLocaleString('en', { maximumFractionDigits: number < 10 && unit !== 'kB' ? 1 : 0 })} ${unit}`
}

const units: [string, number][] = [
  ['GB', 1_000_000_000],
  ['MB', 1_000_000],
  ['kB', 1_000],
]

const byEnding: Record<string, string | undefined> = {
  html: 'text/html',
  htm: 'text/html',
  txt: 'text/plain',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

type Sent = { mediaType: string; fileName: string | null; declaredType: string | null }

/** A sentence when what the file is called, or what the site called it, is not what it is. */
export function disagreement({ mediaType, fileName, declaredType }: Sent): string | undefined {
  const called = byEnding[/\.([a-z]+)$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '']
  const declared = declaredType?.split(';')[0]?.trim().toLowerCase()
  const other = [called, declared].find((type) => type && isKnown(type) && type !== mediaType)
  return (
    other &&
    `By its name or by what its sender said, it would be ${typeWord(other)}; by what is in it, it is: ${typeWord(mediaType)}.`
  )
}

const isKnown = (type: string) => Object.values(byEnding).includes(type)
