import type { Readable } from 'node:stream'
import type { Response } from 'supertest'

/** Has the body of an answer kept as bytes: `.buffer(true).parse(collected)`. */
export function collected(res: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  // What is typed as an answer is the stream of it, while it is read.
  const stream = res as unknown as Readable
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('end', () => done(null, Buffer.concat(chunks)))
}

/** The bytes that were kept so. */
export const bytesOf = (answer: { body: unknown }): Buffer =>
  Buffer.isBuffer(answer.body) ? answer.body : Buffer.from([])
