import type { Conn } from '../../db/conn.ts'
import { missing } from '../errors.ts'
import { inCodePoints } from '../text/code-points.ts'
import { findTextNear } from './text-store.ts'

/** A quote with what stands around it: the rest of its sentences, the one before, and the next of the same paragraph. */
export type Context = { before: string; quote: string; after: string }

type Span = { start: number; end: number }

/** The quote of a version in its surroundings. Throws NotFound for a version that there is not. */
export async function readContext(conn: Conn, versionId: number, span: Span): Promise<Context> {
  const { text, sentences } = (await findTextNear(conn, versionId, near(span))) ?? missing('article')
  return contextIn(text, sentences, span)
}

/** The same, and where the quote is in its version counted in Unicode code points. Throws NotFound. */
export async function readPlace(
  conn: Conn,
  versionId: number,
  span: Span,
): Promise<Omit<Context, 'quote'> & { codePoints: Span }> {
  const { text, sentences } = (await findTextNear(conn, versionId, near(span))) ?? missing('article')
  const { before, after } = contextIn(text, sentences, span)
  return { before, after, codePoints: inCodePoints(text, span) }
}

/** Cuts text around a span: offsets are UTF-16 code units, and sentences come in the order of the text. */
export function contextIn(text: string, sentences: readonly Span[], { start, end }: Span): Context {
  const first = sentences.findIndex((sentence) => sentence.end > start)
  const last = sentences.findLastIndex((sentence) => sentence.start < end)
  const from = sentences[Math.max(0, first - 1)]?.start ?? start
  const own = sentences[last]?.end ?? end
  const next = sentences[last + 1]
  const to = next && !text.slice(own, next.start).includes('\n') ? next.end : own
  return {
    before: text.slice(Math.min(from, start), start),
    quote: text.slice(start, end),
    after: text.slice(end, Math.max(to, end)),
  }
}

const near = ({ start, end }: Span): Span => ({ start: start - 600, end: end + 600 })
