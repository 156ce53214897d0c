import { z } from 'zod'
import { linesAsBlocks } from '../../articles/blocks.ts'
import { splitSentences } from '../../articles/sentences.ts'
import { BadSettings } from '../../errors.ts'
import { attribute } from './attribute.ts'

const Line = z.object({ doc: z.union([z.string(), z.number()]), text: z.string() })

// Below this nobody is named: it would be a guess.
const leastSure = 0.4

/**
 * Reads JSON lines `{"doc", "text"}` and answers each with `{"doc", "attributions": [{"source", "content"}]}`: spans of UTF-16
 * code units, a quotation with its marks. Throws BadSettings for a line that is none such.
 */
export const attributeLines = (input: string): string[] =>
  input
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const { doc, text } = readLine(line, number)
      return JSON.stringify({ doc, attributions: attributionsOf(text) })
    })

function attributionsOf(text: string) {
  const blocks = linesAsBlocks(text)
  const { attributions } = attribute(text, { blocks, sentences: splitSentences(text, blocks, 'en') })
  return attributions
    .filter(({ confidence, source }) => confidence >= leastSure && source.length > 0)
    .map(({ source, content }) => ({ source: pairs(source), content: pairs(content) }))
}

const pairs = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => [start, end])

function readLine(line: string, number: number): z.infer<typeof Line> {
  const read = Line.safeParse(parsed(line))
  if (!read.success)
    throw new BadSettings(`Line ${number} is not JSON with the keys "doc" and "text", as in {"doc": "1", "text": "…"}.`)
  return read.data
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
