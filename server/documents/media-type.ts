/** What a file is by its first bytes. `unknown` is neither text nor anything that is taken. */
export type Kind = 'pdf' | 'zip' | 'png' | 'jpeg' | 'webp' | 'html' | 'text' | Refused
type Refused = 'gif' | 'svg' | 'gzip' | 'ole' | 'unknown'

/** The kind that the bytes show, whatever the file is called. Looks at the first 64 kB. */
export function kindOfBytes(bytes: Buffer): Kind {
  const start = bytes.subarray(0, 65_536)
  const magic = start.toString('latin1')
  for (const [kind, mark] of marks) if (magic.startsWith(mark)) return kind
  if (magic.startsWith('RIFF') && magic.slice(8, 12) === 'WEBP') return 'webp'
  if (magic.trimStart().startsWith('%PDF-')) return 'pdf'
  if (start[0] === 0xff && start[1] === 0xfe) return kindOfText(start.toString('utf16le'))
  if (start[0] === 0xfe && start[1] === 0xff) return kindOfText(swapped(start).toString('utf16le'))
  return magic.includes('\0') ? 'unknown' : kindOfText(magic)
}

// What the formats themselves begin with.
const marks: [Kind, string][] = [
  ['zip', 'PK\x03\x04'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['gzip', '\x1f\x8b'],
  ['ole', '\xd0\xcf\x11\xe0'],
]

const swapped = (bytes: Buffer) => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()

const tags = /<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|ul|ol|table)[\s>/]/i

function kindOfText(text: string): Kind {
  // An escape begins other letters in some Japanese texts.
  // eslint-disable-next-line no-control-regex
  const controls = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0
  if (controls > text.length / 100 || text.includes('\0')) return 'unknown'
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]/i.test(text.slice(0, 4_096)))
    return 'svg'
  return tags.test(text) && /^[\s\ufeff\u00ef\u00bb\u00bf]*</.test(text) ? 'html' : 'text'
}

const refusals: Partial<Record<Kind, string>> = {
  gif: 'This is a GIF picture. Save it as PNG, JPEG or WebP, and send that.',
  svg: 'This is an SVG drawing, which can hold a program. Save it as PNG or PDF, and send that.',
  gzip: 'This is a compressed file. Unpack it, and send what is in it.',
  ole: 'This is an old Office document (.doc, .xls or .ppt). Save it as .docx or PDF, and send that.',
  unknown: 'This is no file of a kind that is read here: web page, PDF, Word (.docx), text, PNG, JPEG or WebP.',
} satisfies Record<Refused, string>

/** Why a file of that kind is not taken; undefined when it may be. */
export const refusalOf = (kind: Kind): string | undefined => refusals[kind]
