import { setImmediate } from 'node:timers/promises'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * How the bytes of a file spell its text: by its byte order mark, as UTF-8 when they are, and else as old Windows programs do.
 * Other requests have their turn between the pieces.
 */
export async function encodingOf(pieces: Iterable<Buffer>): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  for (const piece of pieces) {
    if (isFirst && piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le'
    if (isFirst && piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be'
    isFirst = false
    if (!decodes(decoder, piece)) return 'windows-1252'
    await setImmediate()
  }
  return decodes(decoder) ? 'utf-8' : 'windows-1252'
}

function decodes(decoder: InstanceType<typeof TextDecoder>, piece?: Buffer): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined })
    return true
  } catch {
    return false
  }
}

const delimiters = [',', ';', '\t', '|'] as const

/** What parts the cells: what stands most often outside quotation marks in the first line, or what the line `sep=;` says. */
export function delimiterOf(start: string): string {
  const said = /^\uFEFF?sep=(.)\r?\n/.exec(start)?.[1]
  if (said) return said
  const counts = new Map<string, number>()
  let quoted = false
  for (const sign of start) {
    if (sign === '"') quoted = !quoted
    else if (sign === '\n' && !quoted) break
    else if (!quoted) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  return delimiters.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? ','
}
