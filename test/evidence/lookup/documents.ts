import { type Dice, newDice } from '../../../seeds/volume/dice.ts'
import { docx, paragraph, pdf } from '../../documents/files.ts'
import { prose } from './prose.ts'

/** A document as somebody would send it, and the paragraphs that it was made of. */
export type Made = { name: string; kind: 'HTML' | 'PDF' | 'DOCX'; bytes: Buffer; paragraphs: string[] }

const count = 20
const kinds = ['HTML', 'PDF', 'DOCX'] as const

/** Twenty documents: web pages with menus and markup, PDFs with lines, hyphens and page numbers, Word documents in runs. */
export function documents(): Made[] {
  const dice = newDice(1905)
  return shares(prose(), count).map((paragraphs, at) => {
    const kind = kinds[at % kinds.length] ?? 'HTML'
    const said = kind === 'PDF' ? paragraphs.map(inLatin) : paragraphs
    return { name: `${kind} ${at + 1}`, kind, paragraphs: said, bytes: makers[kind](said, dice) }
  })
}

// The font of these PDFs has no other letters.
const inLatin = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{ASCII}“”‘’–—…]/gu, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()

function shares(paragraphs: string[], parts: number): string[][] {
  const size = paragraphs.join('').length / parts
  const found: string[][] = Array.from({ length: parts }, () => [])
  let length = 0
  for (const one of paragraphs) {
    found[Math.min(parts - 1, Math.floor(length / size))]?.push(one)
    length += one.length
  }
  return found
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const makers: Record<Made['kind'], (paragraphs: string[], dice: Dice) => Buffer> = {
  HTML: (paragraphs, dice) =>
    Buffer.from(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Port Ellery Record</title><style>p{margin:0}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li></ul></nav><main><article><h1>What the council knew</h1>
${paragraphs.map((text) => `<p class="body">${markedUp(text, dice)}</p>`).join('\n')}
<aside><h2>Read more</h2><p>Letters to the editor are welcome.</p></aside></article></main><footer>© The Record</footer></body></html>`),
  PDF: (paragraphs, dice) => pdf(pagesOf(paragraphs.flatMap((text) => [...linesOf(text, dice), '']))),
  DOCX: (paragraphs, dice) =>
    docx(paragraph('Report to the council', 'Heading1') + paragraphs.map((text) => runs(text, dice)).join('')),
}

// Emphasis, links, no-break spaces and soft hyphens, as editors and their programs put them.
const markedUp = (text: string, dice: Dice) =>
  text
    .split(' ')
    .map((word) => {
      const shown = escaped(word)
      if (dice.inHundred(4)) return `<em>${shown}</em>`
      if (dice.inHundred(3)) return `<a href="#n">${shown}</a>`
      return word.length > 8 && dice.inHundred(20)
        ? `${escaped(word.slice(0, 4))}&shy;${escaped(word.slice(4))}`
        : shown
    })
    .reduce((all, word) => `${all}${dice.inHundred(4) ? '&nbsp;' : dice.inHundred(8) ? '\n   ' : ' '}${word}`)

const lineLength = 78

function linesOf(text: string, dice: Dice): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const next = line === '' ? word : `${line} ${word}`
    if (next.length <= lineLength) line = next
    else if (/^[a-z]{9,}$/.test(word) && dice.inHundred(60)) {
      lines.push(`${line} ${word.slice(0, 5)}-`)
      line = word.slice(5)
    } else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

const linesOnPage = 48
const ascii = (text: string) =>
  text.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'").replaceAll(/[–—]/g, '-').replaceAll('…', '...')

function pagesOf(lines: string[]) {
  const pages = Array.from({ length: Math.ceil(lines.length / linesOnPage) }, (_, page) =>
    lines.slice(page * linesOnPage, (page + 1) * linesOnPage),
  )
  return pages.map((all, page) => [
    ...all.flatMap((text, at) => (text === '' ? [] : [{ text: ascii(text), y: 780 - at * 14.5 }])),
    { text: String(page + 1), x: 295, y: 40 },
  ])
}

// A word processor splits its text wherever somebody once changed a letter.
function runs(text: string, dice: Dice): string {
  const cuts = [0, ...Array.from({ length: 4 }, () => dice.below(text.length)).sort((a, b) => a - b), text.length]
  const parts = cuts.slice(1).map((end, at) => text.slice(cuts[at], end))
  return `<w:p>${parts.map((part) => `<w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`).join('')}</w:p>`
}
