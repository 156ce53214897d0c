import { seededRandom } from '../support/chance.ts'
import { fraction } from '../../server/jobs/pause.ts'

const speakers = ['Anna Berg', 'Bo “the Hammer” Lind', 'O’Neill, Cara', 'Đorđe Ilić', 'minister Eva Roth ']
const labels = [
  'False',
  'FALSE',
  'false ',
  'Mostly false',
  'mostly  false',
  'Half-true',
  'half true',
  'True',
  'Ture',
  'Unproven',
  '',
]
const things = ['rents', 'crime', 'the deficit', 'hospital beds', 'bus fares', 'exports', 'school places']
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October']

/**
 * A spreadsheet of a newsroom as people keep them: semicolons, a byte order mark, three ways to write a date, labels spelt several
 * ways, smart quotes, text like formulas, line breaks in cells, rows twice, rows without a claim. The same each time.
 */
export function messySheet(count = 500): string {
  const random = seededRandom()
  const pick = <T>(list: readonly T[]): T => list[Math.floor(fraction(random) * list.length)] as T
  const whole = (least: number, most: number) => least + Math.floor(fraction(random) * (most - least + 1))
  const date = (at: number): string => {
    const [day, month, year] = [whole(1, 28), whole(1, 10), whole(2019, 2024)]
    if (at % 61 === 60) return pick(['last spring', '31/02/2023'])
    if (at % 3 === 0) return `${day}/${month}/${year}`
    return at % 3 === 1
      ? `${day} ${months[month - 1]} ${year}`
      : pick([`${year}-0${(month % 9) + 1}-11`, `${year}`, '44927', 'n/a'])
  }
  const claim = (at: number): string => {
    if (at % 83 === 82) return ''
    if (at % 41 === 40)
      return pick([
        '=SUM(A1:A9) is what they spend on us',
        '-5% growth, every year',
        '@home nobody works',
        '+30 000 jobs',
      ])
    return `“${pick(things)} went ${pick(['up', 'down'])} by ${whole(2, 90)} %${at % 7 === 0 ? '; that’s a fact' : ''}” (${at})`
  }
  const rows = Array.from({ length: count }, (_unused, at) => [
    claim(at),
    pick(speakers),
    date(at),
    pick(labels),
    at % 5 === 0 ? `Line one — “quoted”\nline two; more` : `It was ${whole(1, 9)} %…`,
    at % 4 === 0
      ? `https://stat.example/${whole(1, 40)}\nhttps://archive.example/${whole(1, 40)}`
      : pick(['City archive', '', 'https://stat.example/1']),
    at % 59 === 58 ? 'see mail' : `https://desk.example/check/${at}`,
  ])
  const all = [...rows, ...rows.slice(0, 5)]
  const cell = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const header = ['What was claimed', 'Who said it', 'Date', 'Verdict', 'Why', 'Sources', 'Link']
  return `\uFEFF${[header, ...all].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}
