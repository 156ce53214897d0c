/**
 * Why the text is not a calendar date that says as much as is known (`2025`, `2025-04`, `2025-04-23`; ISO 8601), or
 * undefined when it is one.
 */
export function partialDateProblem(text: string): string | undefined {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!parts) return 'Write the date as 2025-04-23, or as much of it as is known: 2025-04 or 2025.'
  const [, year = '', month, day] = parts
  if (month && (month < '01' || month > '12')) return `There is no month ${month}. Months go from 01 to 12.`
  if (day && !(day >= '01' && Number(day) <= daysIn(Number(year), Number(month))))
    return `${year}-${month} has no day ${day}.`
  return undefined
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The date in words, saying no more than is known: `23 April 2025`, `April 2025`, `2025`. */
export function partialDateWords(date: string): string {
  const [year, month, day] = date.split('-')
  const named = month && months[Number(month) - 1]
  return [day && String(Number(day)), named, year].filter(Boolean).join(' ')
}
