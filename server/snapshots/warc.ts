import { STATUS_CODES } from 'node:http'
import type { Conn } from '../../db/conn.ts'
import type { SnapshotAnswer } from '../../db/schema/index.ts'
import { release } from '../release.ts'
import { typeOf, warcName } from './original.ts'
import { type Snapshot, snapshotBytes, snapshotText } from './snapshot.ts'
import { findAnswer } from './store.ts'
import { type Fields, lines, recordEnd, recordHead, recordId, smallRecord } from './warc-record.ts'

/**
 * A copy as a web archive (WARC 1.1, ISO 28500:2017): a `response` with the headers of the site where they are kept, else a
 * `resource`. The same copy gives the same bytes. Whether its source may be seen is for the caller to know.
 */
export async function warcOf(
  conn: Conn,
  snapshot: Snapshot,
): Promise<{ size: number; pieces: AsyncGenerator<Buffer | string> }> {
  const answer = await findAnswer(conn, snapshot.id)
  const before = Information(snapshot) + (answer ? Response(snapshot, answer) : Resource(snapshot))
  const after = recordEnd + Metadata(snapshot, await snapshotText(conn, snapshot.id), answer)
  async function* pieces() {
    yield before
    yield* snapshotBytes(conn, snapshot)
    yield after
  }
  return { size: Buffer.byteLength(before) + snapshot.size + Buffer.byteLength(after), pieces: pieces() }
}

const idOf = ({ id, sha256, capturedAt }: Snapshot, part: string) =>
  recordId(`Stet copy ${id} of ${capturedAt}, ${sha256}, ${part}`)

const Information = (snapshot: Snapshot): string =>
  smallRecord(
    'warcinfo',
    [
      ['WARC-Record-ID', idOf(snapshot, 'file')],
      ['WARC-Date', snapshot.capturedAt],
      ['WARC-Filename', warcName(snapshot)],
    ],
    lines([
      ['software', `Stet/${release}`],
      ['format', 'WARC File Format 1.1'],
      ['conformsTo', 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
      ['description', 'A copy of a source, kept for fact-checking'],
    ]),
  )

function Response(snapshot: Snapshot, answer: SnapshotAnswer): string {
  const told = httpHead(snapshot, answer)
  const head: Fields = [...named(snapshot, answer.at), ['Content-Type', 'application/http; msgtype=response']]
  return recordHead('response', head, Buffer.byteLength(told) + snapshot.size) + told
}

const Resource = (snapshot: Snapshot): string =>
  recordHead('resource', [...named(snapshot, snapshot.capturedAt), ['Content-Type', typeOf(snapshot)]], snapshot.size)

const named = (snapshot: Snapshot, at: string): Fields => [
  ['WARC-Record-ID', idOf(snapshot, 'content')],
  ['WARC-Warcinfo-ID', idOf(snapshot, 'file')],
  ['WARC-Date', at],
  ['WARC-Target-URI', targetOf(snapshot)],
  ['WARC-Payload-Digest', `sha256:${snapshot.sha256}`],
]

// What somebody uploaded or pasted is not known to be what stands at an address: it is named by its hash, RFC 6920.
function targetOf({ origin, finalAddress, sha256 }: Snapshot): string {
  if (origin === 'fetch' && finalAddress) return finalAddress
  return `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`
}

// The bytes are kept unpacked, so what the site said of how it sent them goes under another name.
function httpHead({ size }: Snapshot, { status, headers }: SnapshotAnswer): string {
  const kept = headers.map(([name, value]): [string, string] => [
    ofSending.has(name) ? `x-archive-orig-${name}` : name,
    value,
  ])
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines([...kept, ['content-length', size]])}\r\n`
}

const ofSending = new Set(['content-encoding', 'transfer-encoding', 'content-length'])

function Metadata(
  snapshot: Snapshot,
  text: { sha256: string } | undefined,
  answer: SnapshotAnswer | undefined,
): string {
  const { address, finalAddress, origin, capturedBy } = snapshot
  return smallRecord(
    'metadata',
    [
      ['WARC-Record-ID', idOf(snapshot, 'facts')],
      ['WARC-Warcinfo-ID', idOf(snapshot, 'file')],
      ['WARC-Date', snapshot.capturedAt],
      ['WARC-Target-URI', targetOf(snapshot)],
      ['WARC-Concurrent-To', idOf(snapshot, 'content')],
    ],
    lines([
      ['via', origin === 'fetch' && address !== finalAddress ? address : null],
      ['stet-kept-at', snapshot.capturedAt],
      ['stet-kept-by', capturedBy?.name ?? 'Stet'],
      ['stet-origin', origin],
      ['stet-address-told', origin === 'fetch' ? null : address],
      ['stet-file-name', snapshot.fileName],
      ['stet-declared-type', answer ? null : snapshot.declaredType],
      ['stet-sha256', snapshot.sha256],
      ['stet-text-sha256', text?.sha256],
    ]),
  )
}
