import { sha256 } from '../history/record.ts'

export type WarcType = 'warcinfo' | 'response' | 'resource' | 'metadata'
/** Named fields in the order they are written; those without a value are left out. */
export type Fields = [string, string | number | null | undefined][]

const end = '\r\n'

/** The head of a record of a web archive, ISO 28500:2017 §4, for a block of so many bytes. */
export function recordHead(type: WarcType, fields: Fields, size: number): string {
  const all: Fields = [['WARC-Type', type], ...fields, ['Content-Length', size]]
  return `WARC/1.1${end}${lines(all)}${end}`
}

/** What follows the block of a record. */
export const recordEnd = `${end}${end}`

/** Named fields as application/warc-fields. */
export const lines = (fields: Fields): string =>
  fields
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}: ${oneLine(String(value))}${end}`)
    .join('')

/** A small record, whole. */
export function smallRecord(type: WarcType, fields: Fields, body: string): string {
  const block = Buffer.from(body)
  const digest = `sha256:${sha256(block).toString('hex')}`
  const head: Fields = [...fields, ['WARC-Block-Digest', digest], ['Content-Type', 'application/warc-fields']]
  return `${recordHead(type, head, block.length)}${body}${recordEnd}`
}

/** The same id for the same words: a UUID of version 8, RFC 9562. */
export function recordId(words: string): string {
  const bytes = sha256(words).subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const [a, b, c, d, e] = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(bytes.toString('hex'))?.slice(1) ?? []
  return `<urn:uuid:${a}-${b}-${c}-${d}-${e}>`
}

// A line break in a value would begin another field.
const oneLine = (value: string): string =>
  value
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
