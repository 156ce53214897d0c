import { isUnspaced } from './match.ts'

/** A stretch of a text that is indexed by itself: where it is in UTF-16 code units, and in UTF-8 bytes. */
export type CopyPiece = { start: number; end: number; firstByte: number; bytes: number; unspaced: boolean }

/** UTF-16 code units of the longest piece: to index one takes some ten milliseconds. Most pages are one piece. */
export const longestPiece = 20_000
/** A copy's id is shifted by so many bits in the ids of its pieces: room for 300 million characters. */
export const pieceBits = 14

// So much of the end of a piece is in the next one too, or a phrase across the cut would not be found.
const overlap = 200

/** The piece after that one, the first after none; undefined at the end. An empty text has no piece. */
export function pieceAfter(text: string, before: Omit<CopyPiece, 'unspaced'> | undefined): CopyPiece | undefined {
  if ((before?.end ?? 0) >= text.length) return undefined
  const start = before ? startAfter(text, before.end) : 0
  const end = endFrom(text, start)
  const piece = text.slice(start, end)
  const firstByte = before ? before.firstByte + Buffer.byteLength(text.slice(before.start, start)) : 0
  return { start, end, firstByte, bytes: Buffer.byteLength(piece), unspaced: isUnspaced(piece) }
}

const startAfter = (text: string, end: number) =>
  text[end - 1] === '\n' ? end : whole(text, wordAt(text, end - overlap, end))

// At the end of a paragraph if there is one in the second half, or between words.
function endFrom(text: string, start: number): number {
  const most = start + longestPiece
  if (most >= text.length) return text.length
  const half = start + longestPiece / 2
  const second = text.slice(half, most)
  const cut = [second.lastIndexOf('\n'), second.lastIndexOf(' ')].find((at) => at >= 0)
  return cut === undefined ? whole(text, most) : half + cut + 1
}

function wordAt(text: string, from: number, to: number): number {
  const space = text.slice(from, to - 1).indexOf(' ')
  return from + space + 1
}

// Never between the two code units of one character.
const whole = (text: string, at: number) => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at)
