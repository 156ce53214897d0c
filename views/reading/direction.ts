const known = new Map<string, 'rtl' | 'auto'>()

/** The direction of a text in that language: a paragraph that opens with a foreign name must not turn it round. */
export function directionOf(language: string): 'rtl' | 'auto' {
  const found = known.get(language) ?? look(language)
  known.set(language, found)
  return found
}

const scripts = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'])

function look(language: string): 'rtl' | 'auto' {
  try {
    return scripts.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'auto'
  } catch {
    return 'auto'
  }
}
