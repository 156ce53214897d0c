import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkpointText, isSignedBy, readNotes, signedNote } from '../../server/history/note.ts'
import { newSigner, readNoteKey, readSigner } from '../../server/history/note-key.ts'
import { seededRandom } from '../support/chance.ts'

// The example of the Go package golang.org/x/mod/sumdb/note: another program's key and signature.
const secret = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const known = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const words = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const line =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

const root = createHash('sha256').update('root').digest()
const signer = newSigner('stet-1', seededRandom())
const other = newSigner('stet-1', { bytes: (count) => Buffer.alloc(count, 7) })
const note = signedNote(checkpointText({ origin: 'stet-1', size: 42, root }), [signer])

describe('a key', () => {
  it('is read and signs as other programs do', () => {
    const peter = readSigner(secret)
    expect(peter?.key.text).toBe(known)
    expect(peter && signedNote(words, [peter])).toBe(`${words}\n${line}`)
  })

  it('is the same when it was written down', () => {
    expect(readSigner(`${signer.secret}\n`)?.key.text).toBe(signer.key.text)
    expect(readNoteKey(signer.key.text)?.id).toEqual(signer.key.id)
  })

  it.each([
    '',
    'stet',
    known.replace('c74f20a3', 'c74f20a4'),
    known.replace('+AR', '+AS'),
    known.slice(0, -4),
    known.replace('PeterNeumann', 'Peter Neumann'),
    secret,
  ])('is not read from %j', (text) => expect(readNoteKey(text)).toBeUndefined())

  it.each(['', known, secret.replace('c74f20a3', '00000000'), secret.slice(0, -5)])('does not sign: %j', (text) =>
    expect(readSigner(text)).toBeUndefined(),
  )
})

describe('a checkpoint', () => {
  it('is origin, size and root, a line each, and a line of signature', () => {
    expect(note).toMatch(/^stet-1\n42\n[A-Za-z0-9+/]{43}=\n\n— stet-1 [A-Za-z0-9+/]+=*\n$/)
    const [read] = readNotes(note)
    expect(read).toMatchObject({ origin: 'stet-1', size: 42, root })
    expect(read && isSignedBy(read, signer.key)).toBe(true)
    expect(read && isSignedBy(read, other.key)).toBe(false)
  })

  it('may be signed by two', () => {
    const [read] = readNotes(signedNote(checkpointText({ origin: 'stet-1', size: 42, root }), [signer, other]))
    expect(read && [isSignedBy(read, signer.key), isSignedBy(read, other.key)]).toEqual([true, true])
  })

  it('is not signed any more once a line of it is another', () => {
    for (const [from, to] of [
      ['\n42\n', '\n43\n'],
      [root.toString('base64'), createHash('sha256').update('other').digest('base64')],
      ['stet-1\n42', 'stet-2\n42'],
      ['=\n\n— ', '=\nmore\n\n— '],
    ] as const) {
      const [read] = readNotes(note.replace(from, to))
      expect([from, read && isSignedBy(read, signer.key)]).toEqual([from, false])
    }
  })

  it('is found among other words, several at once, with the line ends of a mail', () => {
    const second = signedNote(checkpointText({ origin: 'stet-1', size: 7, root }), [signer])
    const mail = `Dear Ada,\n\n${note}\nand an older one:\n\n${second}`.replaceAll('\n', ' \r\n')
    const read = readNotes(mail)
    expect(read.map(({ size }) => size)).toEqual([42, 7])
    expect(read.every((each) => isSignedBy(each, signer.key))).toBe(true)
    expect(readNotes('Dear Ada,\n\nno checkpoint here.\n')).toEqual([])
  })
})
