/** What a date with the name of its month says, in any of those languages, not looked at whether there is such a day; undefined for other text. */
export function writtenDate(text: string): { year: string; month: string; day?: string | undefined } | undefined {
  const plain = text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/,|\bde\b|\bdel\b|\bof\b|\bthe\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const dayFirst = /^(?:(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[ -])?(\p{L}{3,})\.?[ -](\d{4})$/u.exec(plain)
  const monthFirst = /^(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/u.exec(plain)
  const [day, name = '', year = ''] =
    dayFirst?.slice(1) ?? (monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : [])
  const month = months.findIndex((names) => names.some((begin) => name.startsWith(begin)))
  if (year === '' || month === -1) return undefined
  return { year, month: String(month + 1), day }
}

// The beginnings of the names of the months, in English, German, French, Spanish, Portuguese, Italian and Dutch.
const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'jän'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'maa', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei', 'mayo'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aoû', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
]
