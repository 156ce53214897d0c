import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { FetchLimits } from './fetching.ts'
import { FetchRefused } from './refusal.ts'

/** How an answer is packed. Undefined for every way that was not asked for: several at once, br, zstd, deflate. */
export function packingOf(contentEncoding: string | string[] | undefined): 'plain' | 'gzip' | undefined {
  const coding = String(contentEncoding ?? '')
    .trim()
    .toLowerCase()
  if (coding === '' || coding === 'identity') return 'plain'
  return coding === 'gzip' || coding === 'x-gzip' ? 'gzip' : undefined
}

/** The bytes of an answer, unpacked. Throws FetchRefused as soon as there are too many, before or after unpacking. */
export async function readBody(body: Readable, packing: 'plain' | 'gzip', limits: FetchLimits): Promise<Buffer> {
  const chunks: Buffer[] = []
  const keep = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) chunks.push(chunk)
  }
  const sent = (source: AsyncIterable<Buffer>) => upTo(source, limits.bytes, 'too-large')
  const unpacked = (source: AsyncIterable<Buffer>) => upTo(source, limits.unpacked, 'unpacked')
  if (packing === 'plain') await pipeline(body, sent, keep)
  else await pipeline(body, sent, createGunzip(), unpacked, keep)
  return Buffer.concat(chunks)
}

async function* upTo(source: AsyncIterable<Buffer>, most: number, reason: 'too-large' | 'unpacked') {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > most) throw new FetchRefused(reason)
    yield chunk
  }
}
