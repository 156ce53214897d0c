/** What can be asked for by name, as in claimant:Quillstrand. */
const fields = ['claimant', 'outlet', 'rating', 'by', 'kind', 'source', 'article'] as const
export type Field = (typeof fields)[number]

/** One thing that was typed, in its order; `or`: it stands after an OR. */
export type Part = { or: boolean; not: boolean; field: Field | null; text: string; how: 'word' | 'phrase' | 'start' }

// What stands before, a name with a colon, and what they belong to: something in quotation marks (the last one may be missing), or all up to a space.
const piece =
  /(?<before>[^\s"\p{L}\p{N}\p{Co}]*)(?:(?<name>claimant|outlet|rating|by|kind|source|article):\s*)?(?:"(?<quoted>[^"]*)"?|(?<plain>[\p{L}\p{N}\p{Co}][^\s"]*|(?<=:\s*)[^\s"]+))/giu

/** Takes a search text apart. Nothing is an error; what holds no letter or digit is left out. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let [or, not] = [false, false]
  for (const { groups = {} } of text.replaceAll(/[“”„‟«»＂]/gu, '"').matchAll(piece)) {
    const { before = '', name, quoted, plain = '' } = groups
    if (name === undefined && plain === 'OR') or = true
    else if (name === undefined && plain === 'NOT') not = true
    else if (name !== undefined || plain !== 'AND') {
      const part = partOf({ name, quoted, plain })
      if (part) parts.push({ or, not: not || /^\(*-/u.test(before), ...part })
      ;[or, not] = [false, false]
    }
  }
  return parts
}

type Piece = { name: string | undefined; quoted: string | undefined; plain: string }

function partOf({ name, quoted, plain }: Piece): Pick<Part, 'field' | 'text' | 'how'> | undefined {
  const field = fields.find((known) => known === name?.toLowerCase()) ?? null
  const text = bare(quoted ?? plain)
  if (text === '') return undefined
  if (quoted !== undefined || (field === null && operators.has(text))) return { field, text, how: 'phrase' }
  return { field, text, how: /\*[^\p{L}\p{N}\p{Co}]*$/u.test(plain) ? 'start' : 'word' }
}

const operators = new Set(['OR', 'AND', 'NOT'])

/** The text from its first letter or digit to its last; marks that belong to a letter stay with it. */
const bare = (text: string) => text.replace(/^[^\p{L}\p{N}\p{Co}]+/u, '').replace(/[^\p{L}\p{N}\p{Co}\p{M}]+$/u, '')
