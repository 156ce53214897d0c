import type { FoundPassage } from './passage.ts'

const ellipsis = /\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\s\.{3}\s)\s*/
// As much may be left out at one place before the parts are no longer one passage.
const longestGap = 4_000

/** The parts of a passage in which words were left out and marked with “[…]”; one part when none were. */
const partsOf = (passage: string): string[] => passage.split(ellipsis).filter((part) => part.trim() !== '')

type Find = (part: string, from: number) => FoundPassage | undefined

/** Where a passage with words left out stands: every part of it exactly, in their order and not far from each other. */
export function findParts(passage: string, find: Find): FoundPassage | undefined {
  const [first = '', ...rest] = partsOf(passage)
  if (rest.length === 0) return undefined
  const begun = find(first, 0)
  let end = begun?.end
  for (const part of rest) {
    const next = end === undefined ? undefined : find(part, end)
    if (end === undefined || !next || next.start - end > longestGap) return undefined
    end = next.end
  }
  return begun && end !== undefined ? { start: begun.start, end, match: 'near' } : undefined
}
