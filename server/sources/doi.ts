// ISO 26324: a prefix of numbers, then whatever the registrant chose.
const doi = /\b10\.\d{4,9}(?:\.\d+)*\/[^\s"<>{}|\\^`\p{Cc}]+/u

/**
 * The first DOI in a text or an address, as `10.1000/xyz` in lower case, since DOIs are compared without case; undefined when
 * there is none. Marks that end a sentence or close a bracket around it are not of it.
 */
export function doiIn(text: string): string | undefined {
  const found = doi.exec(unescaped(text))?.[0]
  const bare = found && withoutEnd(/^https?:/i.test(text.trim()) ? (found.split(/[?#]/, 1)[0] ?? '') : found)
  return bare && bare.length <= 200 && doi.test(bare) ? bare.toLowerCase() : undefined
}

/** The DOI when the text is one and nothing else: bare, after `doi:`, or as an address of doi.org. */
export function doiOf(text: string): string | undefined {
  const rest = text.trim().replace(/^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/)/i, '')
  return /^10\.\S+$/.test(rest) ? doiIn(rest) : undefined
}

/** Where a DOI leads. */
export const doiAddress = (doi: string): string =>
  `https://doi.org/${encodeURI(doi).replaceAll(/[?#]/g, encodeURIComponent)}`

// A closing bracket belongs to it when it was opened within.
function withoutEnd(text: string): string {
  const bare = text.replace(/[.,;:!?'’”»*]+$/u, '')
  const last = bare.at(-1) ?? ''
  const opened = { ')': '(', ']': '[' }[last]
  if (opened && bare.split(last).length > bare.split(opened).length) return withoutEnd(bare.slice(0, -1))
  return bare
}

function unescaped(text: string): string {
  try {
    return text.includes('%2F') || text.includes('%2f') || text.includes('%28') ? decodeURIComponent(text) : text
  } catch {
    return text
  }
}
