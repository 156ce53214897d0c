import type { Snapshot } from './snapshot.ts'

const endings: Record<string, string> = {
  'text/html': 'html',
  'text/plain': 'txt',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

/** The ending of a file with bytes of that media type. */
export const endingOf = (mediaType: string): string => endings[mediaType] ?? 'bin'

/** The name that the bytes are offered for saving under: letters, digits and a few signs of the name they came with, and the ending that is true. */
export const savedName = (snapshot: Snapshot): string => `${stemOf(snapshot)}.${endingOf(snapshot.mediaType)}`

/** The same for the copy as a web archive. */
export const warcName = (snapshot: Snapshot): string => `${stemOf(snapshot)}.warc`

function stemOf({ id, fileName, finalAddress }: Snapshot): string {
  const name = fileName ?? lastPart(finalAddress) ?? ''
  const stem = name
    .normalize('NFC')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[^\p{L}\p{M}\p{N} _-]+/gu, ' ')
    .trim()
    .slice(0, 80)
    .toWellFormed()
  return `${stem || 'copy'}-${id}`
}

function lastPart(address: string | null): string | undefined {
  const part = address && URL.parse(address)?.pathname.split('/').filter(Boolean).at(-1)
  if (!part) return undefined
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The media type as a header has it, with the letters that the text was read by. */
export const typeOf = ({ mediaType, charset }: Snapshot): string =>
  charset ? `${mediaType}; charset=${charset}` : mediaType

/** Whether the original can be shown in a frame: a page or a picture that a browser can take. */
export const isFramed = ({ mediaType, size }: Snapshot): boolean =>
  mediaType.startsWith('image/') || (mediaType === 'text/html' && size <= mostFramed)

const mostFramed = 5_000_000
