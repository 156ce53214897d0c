import type { Block } from '../../db/schema/index.ts'
import { abbreviationsOf } from './abbreviations.ts'
import { continues, isAttribution } from './sentence-ends.ts'

export type Span = { start: number; end: number }

/**
 * The sentences of a text, in order, without the white space between them: together they hold everything else that the
 * blocks hold, and none reaches over the end of a block. Offsets are UTF-16 code units. Unicode's rules (UAX 29) cut,
 * then what they cut too often is joined again.
 */
export function splitSentences(text: string, blocks: readonly Block[], language: string): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const primary = new Intl.Locale(language).language
  return blocks.flatMap((block) => splitBlock(text, block, { segmenter, primary }))
}

type Rules = { segmenter: Intl.Segmenter; primary: string }

function splitBlock(text: string, block: Span, { segmenter, primary }: Rules): Span[] {
  const rules = { language: primary, ...abbreviationsOf(primary) }
  const content = text.slice(block.start, block.end)
  const whole = join(content, spansOf(content, segmenter), (left, right) => continues(left, right, rules))
  const attributed = join(content, whole, (left, right) => isAttribution(left, right, rules))
  return attributed.map(({ start, end }) => ({ start: block.start + start, end: block.start + end }))
}

function join(text: string, spans: readonly Span[], belongs: (left: string, right: string) => boolean): Span[] {
  const joined: Span[] = []
  for (const { start, end } of spans) {
    const last = joined.at(-1)
    if (last && belongs(text.slice(last.start, last.end), text.slice(start, end))) last.end = end
    else joined.push({ start, end })
  }
  return joined
}

function spansOf(text: string, segmenter: Intl.Segmenter): Span[] {
  const spans: Span[] = []
  for (const { segment, index } of segmenter.segment(text)) {
    for (const part of partsOf(segment)) {
      const content = part.text.trim()
      if (content === '') continue
      const start = index + part.start + part.text.indexOf(content)
      spans.push({ start, end: start + content.length })
    }
  }
  return spans
}

// Where there are no spaces, an opening mark is taken for a closing one (他走了。“我不去！”); after one, a closing mark is
// taken for an opening one (« Je pars. » Il sort.): cut there.
function partsOf(segment: string): { text: string; start: number }[] {
  const closing = /^[\p{Pe}\p{Pf}״׳]+(?=\s)/u.exec(segment)?.[0].length ?? 0
  const opening = /(?<=[。！？])[\p{Pi}\p{Ps}]+$/u.exec(segment)?.index ?? segment.length
  const cuts = [0, closing, Math.max(opening, closing), segment.length]
  return cuts.slice(1).map((end, index) => ({ text: segment.slice(cuts[index], end), start: cuts[index] ?? 0 }))
}
