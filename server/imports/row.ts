import { createHash } from 'node:crypto'
import { canonicalLanguage } from '../articles/languages.ts'
import { comparable } from '../claims/comparable.ts'
import type { NewOutside } from '../precedents/outside.ts'
import { canonicalAddress } from '../values/address.ts'
import { readDate } from './dates.ts'
import type { Plan } from './plan.ts'
import type { ColumnField } from './words.ts'

/** A claim of ours as a row tells of it. A source is an address, or the name of one without. */
export type ClaimRow = {
  kind: 'claims'
  statement: string
  quote: string
  claimant: string | null
  role: string | null
  place: string | null
  stated: string | null
  checked: string | null
  label: string | null
  ratingId: number | null
  rationale: string | null
  checker: string | null
  url: string | null
  sources: string[]
  tags: string[]
}
/** A check of another publisher as a row tells of it. */
export type CheckRow = { kind: 'checks' } & NewOutside
/** What is wrong in a cell; `column` counts from 0. */
export type Problem = { column: number | undefined; problem: string }
export type ReadRow = { value: ClaimRow | CheckRow; key: string } | { problems: Problem[] }

/** Reads the cells of a row by the plan. `headerKey` is what its ids are counted within. */
export function readRow(cells: readonly string[], plan: Plan, headerKey: string): ReadRow {
  const reader = new CellReader(cells, plan)
  const value = plan.target === 'claims' ? claimRow(reader, plan) : checkRow(reader, plan)
  const id = reader.line('id', 200)
  if (reader.problems.length > 0) return { problems: reader.problems }
  return { value, key: keyOf(id === null ? contentOf(value) : [value.kind, headerKey, id]) }
}

/** What the same check is recognised by in another file. */
export const checkKey = (check: CheckRow): string => keyOf(contentOf(check))

const keyOf = (parts: readonly (string | null)[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

// Two rows that say the same of the same are one.
const contentOf = (value: ClaimRow | CheckRow): (string | null)[] =>
  value.kind === 'checks'
    ? ['checks', canonicalAddress(value.url), comparable(value.claim)]
    : [
        'claims',
        comparable(value.statement),
        comparable(value.claimant ?? ''),
        value.stated,
        comparable(value.place ?? ''),
      ]

function claimRow(reader: CellReader, plan: Plan): ClaimRow {
  const typed = { claim: reader.text('claim', 2_000), quote: reader.text('quote', 2_000) }
  const statement =
    typed.claim ?? typed.quote ?? reader.missing('claim', 'Write the claim into this cell, or leave the row out.')
  const label = reader.line('rating', 200)
  const rating = label === null ? '' : (plan.ratings[label] ?? '')
  return {
    kind: 'claims',
    statement,
    quote: typed.quote ?? statement,
    claimant: reader.line('claimant', 200),
    role: reader.line('role', 200),
    place: reader.line('place', 200),
    stated: reader.date('stated'),
    checked: reader.date('checked'),
    label,
    ratingId: rating === '' ? null : Number(rating),
    rationale: reader.text('rationale', 20_000),
    checker: reader.line('checker', 200),
    url: reader.address('url'),
    sources: reader.all('source').flatMap(sourcesIn),
    tags: reader.all('tags').flatMap((cell) =>
      cell
        .split(/[;|,\n]/)
        .map((tag) => tag.trim().slice(0, 60))
        .filter(Boolean),
    ),
  }
}

function checkRow(reader: CellReader, plan: Plan): CheckRow {
  const claim =
    reader.text('claim', 2_000) ?? reader.missing('claim', 'Write the claim into this cell, or leave the row out.')
  const ratingLabel =
    reader.line('rating', 200) ?? reader.missing('rating', 'Write the rating into this cell, or leave the row out.')
  const value = plan.ratings[ratingLabel] ?? ''
  return {
    kind: 'checks',
    publisher:
      reader.line('publisher', 200) ??
      (plan.publisher ||
        reader.missing('publisher', 'Say who made the check: in a column, or once for the whole file.')),
    url:
      reader.address('url') ??
      reader.missing('url', 'Write the address where the check can be read into this cell, or leave the row out.'),
    title: reader.line('title', 500) ?? claim.replaceAll('\n', ' ').slice(0, 500),
    claim,
    claimant: reader.line('claimant', 200),
    statedOn: reader.date('stated'),
    checkedOn: reader.date('checked'),
    ratingLabel,
    ratingValue: value === '' ? null : Number(value),
    language: reader.language(),
  }
}

/** Addresses in a cell; text without any is a source by name. */
function sourcesIn(cell: string): string[] {
  const parts = cell
    .split(/[\n|;]/)
    .map((part) => part.trim())
    .filter(Boolean)
  return parts.flatMap((part) => part.match(/https?:\/\/[^\s,]+/gi) ?? [part.slice(0, 300)])
}

// Something that can be seen: not only spaces, joiners and marks of direction.
const visible = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u

class CellReader {
  readonly problems: Problem[] = []
  readonly cells: readonly string[]
  readonly plan: Plan

  constructor(cells: readonly string[], plan: Plan) {
    this.cells = cells
    this.plan = plan
  }

  text(field: ColumnField, most: number): string | null {
    const column = this.columnOf(field)
    const text = column === undefined ? '' : (this.cells[column] ?? '')
    if (!visible.test(text)) return null
    if (text.length > most) this.wrong(column, `This is too long: ${most.toLocaleString('en')} characters at most.`)
    return text
  }

  line(field: ColumnField, most: number): string | null {
    return this.text(field, most)?.replaceAll(/\s*\n\s*/g, ' ') ?? null
  }

  all(field: ColumnField): string[] {
    return this.plan.fields.flatMap((one, column) => (one === field ? [this.cells[column] ?? ''] : []))
  }

  date(field: ColumnField): string | null {
    const column = this.columnOf(field)
    if (column === undefined) return null
    const read = readDate(this.cells[column] ?? '', this.plan.orders[column] || undefined)
    if ('date' in read) return read.date
    this.wrong(
      column,
      'problem' in read ? read.problem : 'Choose above whether the day or the month comes first in this column.',
    )
    return null
  }

  address(field: ColumnField): string | null {
    const text = this.line(field, 2_000)
    if (text === null) return null
    const url = URL.parse(text)
    if (url && /^https?:$/.test(url.protocol) && url.username === '' && !/\s/.test(text)) return text
    this.wrong(this.columnOf(field), 'Give the whole address, starting with https:// or http://.')
    return null
  }

  language(): string {
    const text = this.line('language', 40)
    const tag = text === null ? this.plan.language : canonicalLanguage(text)
    if (!tag) this.wrong(this.columnOf('language'), 'Say which language it is by its tag, such as en, de or uk.')
    return tag ?? ''
  }

  missing(field: ColumnField, problem: string): string {
    this.wrong(this.columnOf(field), problem)
    return ''
  }

  private columnOf(field: ColumnField): number | undefined {
    const at = this.plan.fields.indexOf(field)
    return at === -1 ? undefined : at
  }

  private wrong(column: number | undefined, problem: string): void {
    this.problems.push({ column, problem })
  }
}
