export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** How the bytes of a file spell its text: by its byte order mark, as UTF-8 when they are, and else as old Windows programs do. */
export function encodingOf(bytes: Buffer): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
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
