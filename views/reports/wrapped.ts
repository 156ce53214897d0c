// About how wide signs are in Noto Serif SemiBold, in ems: a little too wide, so that no line is longer than was reckoned.
const classes: [RegExp, number][] = [
  [/[ijl.,:;'’‘!|]/, 0.36],
  [/[ftrsI()[\]{}“”"/\\-]/, 0.53],
  [/\s/, 0.27],
  [/[mMwWЖЮШЩФжюшщф@%—…]/, 1.06],
  [/[\p{Lu}&]/u, 0.76],
  [/[\p{Ll}\p{N}]/u, 0.65],
]
const widths = new Map<string, number>()

function widthOf(sign: string): number {
  const known = widths.get(sign)
  if (known !== undefined) return known
  const width = classes.find(([signs]) => signs.test(sign))?.[1] ?? 1
  if (widths.size < 5_000) widths.set(sign, width)
  return width
}

/** How wide a line is at most, in ems. */
const reckoned = (line: string): number => Array.from(line).reduce((sum, sign) => sum + widthOf(sign), 0)

/** Text in lines of at most `width` ems; undefined when more than `most` are needed. */
export function wrapped(text: string, width: number, most: number): string[] | undefined {
  const lines = linesOf(text, width)
  return lines.length <= most ? lines : undefined
}

/** The same in exactly as many lines as there may be, cut where it does not fit. */
export function wrappedCut(text: string, width: number, most: number): string[] {
  const lines = linesOf(text, width)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const words = (kept.pop() ?? '').split(' ')
  while (words.length > 1 && reckoned(`${words.join(' ')} …`) > width) words.pop()
  return [...kept, `${words.join(' ')} …`]
}

function linesOf(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, width))) {
    const line = lines.at(-1)
    if (line !== undefined && reckoned(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

// A word that is longer than a line, such as an address, is broken anywhere.
function pieces(word: string, width: number): string[] {
  if (reckoned(word) <= width) return word === '' ? [] : [word]
  const signs = Array.from(word)
  const parts: string[] = []
  for (let part = ''; signs.length > 0 || part !== '';) {
    const next = signs[0]
    if (next !== undefined && reckoned(part + next) <= width) part += signs.shift()
    else {
      parts.push(part)
      part = signs.shift() ?? ''
    }
  }
  return parts
}
