import { unguard } from '../exports/csv.ts'
import type { Problem } from './row.ts'

/** The cells of a row of our own files, by the names of their columns, with what could not be read. */
export class OwnCells {
  readonly problems: Problem[] = []
  readonly names: readonly string[]
  readonly cells: readonly string[]
  readonly guarded: boolean

  constructor(names: readonly string[], cells: readonly string[], guarded: boolean) {
    this.names = names
    this.cells = cells
    this.guarded = guarded
  }

  /** The text as it was before the file was made; '' for nothing. */
  text(name: string): string {
    const cell = this.cells[this.names.indexOf(name)] ?? ''
    return this.guarded ? unguard(cell) : cell
  }

  /** The same, null for nothing. */
  maybe(name: string): string | null {
    return this.text(name) || null
  }

  needed(name: string): string {
    const text = this.text(name)
    if (text.trim() === '') this.wrong(name, 'This is empty, and Stet never leaves it so. Export the file again.')
    return text
  }

  /** A whole number from `least` on. */
  number(name: string, least = 0): number {
    const text = this.text(name)
    if (/^\d{1,15}$/.test(text) && Number(text) >= least) return Number(text)
    this.wrong(name, 'This is not the number that Stet wrote here. Export the file again.')
    return least
  }

  /** One of the words that Stet writes there. */
  one<const T extends string>(name: string, words: readonly T[], otherwise: T): T {
    const text = this.text(name)
    const known = words.find((word) => word === text)
    if (known === undefined && text !== '') this.wrong(name, `Stet writes one of these here: ${words.join(', ')}.`)
    return known ?? otherwise
  }

  /** What stands in those columns, without the empty ones. */
  kept(names: readonly string[]): Record<string, string> {
    return Object.fromEntries(names.map((name) => [name, this.text(name)]).filter(([, text]) => text !== ''))
  }

  wrong(name: string, problem: string): void {
    this.problems.push({ column: this.names.indexOf(name), problem })
  }
}
