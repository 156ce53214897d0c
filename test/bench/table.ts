/** One line of the table; `ok` is undefined where there is nothing to compare with. */
export type Line = {
  work: string
  ours: string
  limit?: string
  ratio?: string
  target: string
  ok: boolean | undefined
}

const heads = ['work', 'ours', 'limit', 'ratio', 'target', ''] as const

/** The lines as columns of text, in Markdown, so that they can be pasted into a note. */
export function table(lines: Line[]): string {
  const rows = lines.map((line) => [
    line.work,
    line.ours,
    line.limit ?? '–',
    line.ratio ?? '–',
    line.target,
    verdict(line.ok),
  ])
  const all: string[][] = [[...heads], ...rows]
  const widths = heads.map((_, column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)))
  const text = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [text([...heads]), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(text)].join('\n')
}

const verdict = (ok: boolean | undefined) => (ok === undefined ? 'not judged' : ok ? 'ok' : 'short')

/** A figure with two decimals below ten, none above. */
export const figure = (value: number, unit = ''): string =>
  `${value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en')}${unit && ` ${unit}`}`

const rounds = 20

/** The time that 95 of 100 of these works stay under, in milliseconds: each is done twenty times, after two to warm up. */
export async function p95(works: readonly (() => unknown)[]): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds + 2; round++)
    for (const work of works) {
      const began = performance.now()
      await work()
      if (round >= 2) times.push(performance.now() - began)
    }
  times.sort((a, b) => a - b)
  return times[Math.floor(times.length * 0.95)] ?? 0
}
