import type { Span } from '../../articles/sentences.ts'

/** One quotation with its marks: several parts where it goes on in the next paragraph. `closed` is false where its end is missing. */
export type Quotation = { parts: Span[]; closed: boolean }

const pairs: Record<string, string> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '‘': '’',
  '"': '"',
  '”': '”',
  "'": "'",
}
const openings = /[“„«»‹「『‘"”']/g

/** The outermost quotations of a text in order; what stands in marks inside another one belongs to it. */
export function quotationsIn(text: string, blocks: readonly Span[]): Quotation[] {
  const found: Quotation[] = []
  let open: Open | undefined
  for (const block of blocks) {
    const at = goOn(text, block, open)
    const isOpen =
      open !== undefined && at === block.end && !open.quotation.closed && open.quotation.parts.at(-1)?.end === at
    const rest = quotationsOf(text, { start: at, end: block.end }, block.start)
    found.push(...rest.closed, ...(rest.open ? [rest.open.quotation] : []))
    open = isOpen ? open : rest.open
  }
  // Marks without an end, and nothing that goes on below: no quotation, unless a paragraph opens with one.
  return found.filter(({ closed, parts }) => closed || parts.length > 1 || isParagraph(parts[0], blocks))
}

type Open = { quotation: Quotation; mark: string }

// A paragraph that opens with the mark of a quotation that has not ended goes on with it. Answers how far.
function goOn(text: string, block: Span, open: Open | undefined): number {
  if (!open || !text.startsWith(open.mark, block.start)) return block.start
  const end = closingOf(text, block, open.mark)
  open.quotation.parts.push({ start: block.start, end: end ?? block.end })
  open.quotation.closed = end !== undefined
  return end ?? block.end
}

const isParagraph = (part: Span | undefined, blocks: readonly Span[]) =>
  blocks.some(({ start }) => start === part?.start)

type Found = { closed: Quotation[]; open?: Open }

function quotationsOf(text: string, span: Span, from: number): Found {
  const closed: Quotation[] = []
  openings.lastIndex = span.start
  for (let match = openings.exec(text); match && match.index < span.end; match = openings.exec(text)) {
    const start = match.index
    const [mark] = match
    if (!opens(text, start, from)) continue
    const end = closingOf(text, { start, end: span.end }, mark)
    if (end !== undefined) {
      closed.push({ parts: [{ start, end }], closed: true })
      openings.lastIndex = end
    } else if (!/['‘»”]/.test(mark)) {
      return { closed, open: { quotation: { parts: [{ start, end: span.end }], closed: false }, mark } }
    }
  }
  return { closed }
}

function opens(text: string, at: number, from: number): boolean {
  const mark = text[at] ?? ''
  const before = at === from ? ' ' : (text[at - 1] ?? ' ')
  const after = text[at + 1] ?? ' '
  if (/[“„«‹「『]/.test(mark)) return true
  if (!/[\s([{—–-]/.test(before)) return false
  if (mark === "'" || mark === '‘')
    return /[\p{L}\p{N}£$€]/u.test(after) && !/^.(?:\d0s|em\b|tis\b|twas\b|n\b)/.test(text.slice(at, at + 6))
  return !/\s/.test(after)
}

/** Where the mark that closes stands, its own length included; undefined when none does. */
function closingOf(text: string, { start, end }: Span, mark: string): number | undefined {
  const closing = pairs[mark] ?? mark
  let depth = 0
  let doubtful: number | undefined
  for (let at = start + 1; at < end; at++) {
    const sign = text[at] ?? ''
    if (sign === mark && !closing.includes(mark)) depth++
    else if (closing.includes(sign)) {
      const verdict = closes(text, at)
      if (verdict === 'no') continue
      if (depth > 0) depth--
      else if (verdict === 'yes') return at + 1
      else doubtful ??= at + 1
    }
  }
  return doubtful
}

// An apostrophe looks like a mark that closes: after a full stop or a comma it is one, inside a word it is none.
function closes(text: string, at: number): 'yes' | 'no' | 'perhaps' {
  const sign = text[at] ?? ''
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  if (sign === '"') return /\s/.test(before) ? 'no' : 'yes'
  if (sign !== "'" && sign !== '’') return 'yes'
  if (/[\p{L}\p{N}]/u.test(after) || /\s/.test(before)) return 'no'
  if (before === 's' && /\s/.test(after)) return 'perhaps'
  return 'yes'
}
