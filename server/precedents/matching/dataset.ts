import { readFileSync } from 'node:fs'
import { BadSettings } from '../../errors.ts'
import { readTable } from '../../finding/worthiness/table.ts'
import type { Asked, Check } from './reading.ts'

export type NamedCheck = Check & { id: string }
export type NamedQuestion = Asked & { id: string }

/** Reads checks: tab-separated, with a header and the columns claim_id, date, speaker, url, title and claim. Throws BadSettings. */
export const readChecks = (path: string): NamedCheck[] =>
  readTable(contentOf(path), ['claim_id', 'date', 'speaker', 'title', 'claim']).map((row) => ({
    id: row.claim_id,
    claim: row.claim,
    title: row.title,
    speaker: row.speaker,
    on: row.date,
  }))

/** Reads questions: tab-separated, with a header and the columns query_id, event_date, speaker, prev, text and next. Throws BadSettings. */
export const readQuestions = (path: string): NamedQuestion[] => readTable(contentOf(path), columns).map(questionOf)

const columns = ['query_id', 'event_date', 'speaker', 'prev', 'text', 'next'] as const

const questionOf = (row: Record<(typeof columns)[number], string>): NamedQuestion => ({
  id: row.query_id,
  text: row.text,
  before: row.prev,
  after: row.next,
  speaker: row.speaker,
  on: row.event_date,
})

/** A question with the checks that are about it; `train` or `dev`. */
export type Answered = NamedQuestion & { split: string; right: ReadonlySet<string> }

/** The checks of a folder of the match-debates data, and its questions with their answers. Throws BadSettings. */
export function readDebates(folder: string): { checks: NamedCheck[]; questions: Answered[] } {
  const right = new Map<string, Set<string>>()
  for (const { query_id, claim_id } of readTable(contentOf(`${folder}/qrels.train.tsv`), ['query_id', 'claim_id'])) {
    right.set(query_id, (right.get(query_id) ?? new Set<string>()).add(claim_id))
  }
  const rows = readTable(contentOf(`${folder}/queries.train.tsv`), [...columns, 'split'])
  const questions = rows.map((row) => ({
    ...questionOf(row),
    split: row.split,
    right: right.get(row.query_id) ?? new Set<string>(),
  }))
  return { checks: readChecks(`${folder}/claims.tsv`), questions }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new BadSettings(`“${path}” cannot be read.`)
  }
}
