/** Thirteen digits of an ISBN that checks out, whatever it was written like; undefined for anything else (ISO 2108). */
export function isbnOf(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^(?:urn:)?isbn(?:-1[03])?:?\s*/i, '')
    .replaceAll(/[\s\-‐‑–]/gu, '')
    .toUpperCase()
  if (/^97[89]\d{10}$/.test(digits)) return checkDigit(digits.slice(0, 12)) === digits.at(-1) ? digits : undefined
  if (!/^\d{9}[\dX]$/.test(digits) || !isRightOfTen(digits)) return undefined
  const long = `978${digits.slice(0, 9)}`
  return long + checkDigit(long)
}

/** The first ISBN that is called one in a text. */
export function isbnIn(text: string): string | undefined {
  const called = /\bISBN(?:-1[03])?:?\s*((?:97[89][\s\-‐‑–]?)?\d(?:[\s\-‐‑–]?\d){8}[\s\-‐‑–]?[\dX])(?![\dX])/giu
  for (const [, found = ''] of text.matchAll(called)) {
    const isbn = isbnOf(found)
    if (isbn) return isbn
  }
  return undefined
}

const checkDigit = (twelve: string): string => {
  const sum = Array.from(twelve).reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

const isRightOfTen = (ten: string): boolean =>
  Array.from(ten).reduce((sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * (10 - index), 0) % 11 === 0
