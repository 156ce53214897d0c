import type { ImportFormat } from '../../db/schema/index.ts'
import type { Column } from './columns.ts'
import type { Plan } from './plan.ts'
import type { PlannedRow, RowValue } from './rows.ts'
import { dateFields, fieldWords, manyFields, ratingLabels } from './words.ts'

/** What a plan gives: the first rows as they would be, and every problem by line and column, up to a number. */
export type Outcome = {
  /** What must be answered before anything can be taken in. */
  questions: string[]
  preview: { line: number; value: RowValue; here: boolean }[]
  problems: { line: number; column: string; problem: string }[]
  problemCount: number
  /** What is taken in all the same, but without something that was not understood; up to a number. */
  notes: { line: number; note: string }[]
  noteCount: number
  badRows: number
  /** Rows that would be added, and those that are here already or stand in the file before. */
  fresh: number
  already: number
  repeated: number
}

type Waiting = Extract<PlannedRow, { key: string }>

const [mostShown, mostProblems, batch] = [10, 300, 300]

/** Goes through the rows; `areHere` tells which of the keys are here already. */
export async function checkRows(
  rows: AsyncIterable<PlannedRow>,
  { kind, columns, plan }: { kind: ImportFormat; columns: readonly Column[]; plan: Plan },
  areHere: (rows: Waiting[]) => Promise<Set<string>>,
): Promise<Outcome> {
  const outcome: Outcome = {
    questions: kind === 'table' ? questionsOf(columns, plan) : [],
    preview: [],
    problems: [],
    problemCount: 0,
    notes: [],
    noteCount: 0,
    badRows: 0,
    fresh: 0,
    already: 0,
    repeated: 0,
  }
  let waiting: Waiting[] = []
  const lookUp = async () => {
    const here = await areHere(waiting)
    for (const row of waiting) {
      const isHere = here.has(row.key)
      if (isHere) outcome.already += 1
      else outcome.fresh += 1
      noteOddities(outcome, row)
      if (outcome.preview.length < mostShown) outcome.preview.push({ line: row.line, value: row.value, here: isHere })
    }
    waiting = []
  }
  for await (const row of rows) {
    if ('problems' in row) noteProblems(outcome, row, columns)
    else if (row.repeats !== undefined) outcome.repeated += 1
    else waiting.push(row)
    if (waiting.length >= batch) await lookUp()
  }
  await lookUp()
  return outcome
}

function noteOddities(outcome: Outcome, { line, notes = [] }: Waiting) {
  outcome.noteCount += notes.length
  for (const note of notes) if (outcome.notes.length < mostProblems) outcome.notes.push({ line, note })
}

function noteProblems(
  outcome: Outcome,
  { line, problems }: Extract<PlannedRow, { problems: unknown }>,
  columns: readonly Column[],
) {
  outcome.badRows += 1
  outcome.problemCount += problems.length
  for (const { column, problem } of problems)
    if (outcome.problems.length < mostProblems)
      outcome.problems.push({ line, column: column === undefined ? '' : (columns[column]?.name ?? ''), problem })
}

function questionsOf(columns: readonly Column[], { fields, orders, target }: Plan): string[] {
  const twice = fields.filter(
    (field, at) => field !== '' && !manyFields.includes(field) && fields.indexOf(field) !== at,
  )
  const undecided = columns.filter(
    ({ orders: found }, at) => dateFields.includes(fields[at] ?? '') && found.unsure > 0 && !orders[at],
  )
  const needed = target === 'claims' ? (['claim'] as const) : (['claim', 'rating', 'url'] as const)
  const absent = needed.filter(
    (field) => !fields.includes(field) && !(field === 'claim' && target === 'claims' && fields.includes('quote')),
  )
  const labels = fields.includes('rating') && !ratingLabels(columns, fields)
  return [
    ...absent.map((field) => `Choose the column that holds: ${fieldWords[field].toLowerCase()}.`),
    ...new Set(
      twice.map(
        (field) => `Two columns hold: ${field === '' ? '' : fieldWords[field].toLowerCase()}. Keep one of them.`,
      ),
    ),
    ...undecided.map(
      ({ name, unsure }) => `Say whether the day or the month comes first in “${name}”: ${unsure.join(', ')}.`,
    ),
    ...(labels
      ? [
          'The column of ratings holds more than 120 different texts, too many for ratings. Choose another one, or none.',
        ]
      : []),
  ]
}
