import { BadSettings } from '../../errors.ts'

/**
 * The wanted columns of a tab-separated text with a header and no quoting; other columns are ignored. Throws BadSettings
 * for a column that is missing, and for a line that is too short to hold them.
 */
export function readTable<C extends string>(text: string, wanted: readonly C[]): Record<C, string>[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const names = header.split('\t')
  const places = wanted.map((name) => ({ name, at: names.indexOf(name) }))
  const missing = places.filter(({ at }) => at < 0).map(({ name }) => `“${name}”`)
  if (missing.length > 0) {
    throw new BadSettings(
      `The first line must name the columns, parted by tabs: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not there.`,
    )
  }
  return lines.flatMap((line, i) => (line === '' ? [] : [cellsOf(line, places, i + 2)]))
}

function cellsOf<C extends string>(line: string, places: readonly { name: C; at: number }[], number: number) {
  const cells = line.split('\t')
  const entries = places.map(({ name, at }): [C, string] => {
    const cell = cells[at]
    if (cell === undefined) throw new BadSettings(`Line ${number} has no column “${name}”.`)
    return [name, cell]
  })
  // Made of exactly the wanted names.
  return Object.fromEntries(entries) as Record<C, string>
}
