type About = { isHtml: boolean; declaredType: string | null }
type Decoded = { text: string; charset: string; note: string | null }

const guessed =
  'It does not say how its letters are written and is no UTF-8, so it was read as Windows-1252: letters with accents may be wrong.'

/**
 * The letters of a text: by its byte order mark, else by what was declared outside or (in a web page) inside it, else as
 * UTF-8; what is not UTF-8 either is read as Windows-1252, as browsers do, and `note` says so.
 */
export function decode(bytes: Uint8Array, { isHtml, declaredType }: About): Decoded {
  const named = markOf(bytes) ?? known(charsetIn(declaredType)) ?? (isHtml ? known(charsetInPage(bytes)) : undefined)
  if (named) return { text: new TextDecoder(named).decode(bytes), charset: named, note: null }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), charset: 'utf-8', note: null }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), charset: 'windows-1252', note: guessed }
  }
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

const charsetIn = (type: string | null) => /;\s*charset\s*=\s*"?([\w:.-]+)/i.exec(type ?? '')?.[1]

// Where browsers look for it.
function charsetInPage(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096)).toString('latin1')
  return /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1]
}

// A page that can be read far enough to find this is not in UTF-16, whatever it says.
function known(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(name)
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return undefined
  }
}
