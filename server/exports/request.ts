import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { filterQuery, readFilter } from '../claims/filter.ts'
import { resolveFilter } from '../claims/list.ts'
import { BadInput, BadRequest } from '../errors.ts'
import { readHistoryQuery } from './history-query.ts'
import type { Contents } from './tables.ts'
import { type Delimiter, type File, type Variant, csvVariants, delimiterCharacters, delimiters } from './words.ts'

type Query = Record<string, string>

/** What is in a file, with its filter as it stands in an address after the `?`, and the article that it is about, if one. */
export type Asked = { contents: Contents; filter: string; article: number | null }

/** How a file is written. */
export type Written = { variant: Variant; delimiter: Delimiter }

type About = { query: Query; article: number | undefined; viewer: Person; today: Date }

/**
 * Reads the address of a file, its choices of how it is written taken out. The place of a page is ignored: a file is the whole
 * list. Throws BadRequest for anything that is not understood, because a file of more than was asked for would not be noticed.
 */
export async function readAsked(conn: Conn, file: File, { query, article, viewer, today }: About): Promise<Asked> {
  const { after: _after, before: _before, ...named } = query
  if (article !== undefined && 'article' in named) throw new BadRequest(400, 'The article is in the address already.')
  const whole = article === undefined ? named : { ...named, article: String(article) }
  if (file === 'history') {
    const { about, filter, problems } = readHistoryQuery(whole)
    refuse(problems)
    return { contents: { file, about }, filter, article: about.article ?? null }
  }
  const { filter, wanted } = await readList(conn, { query: whole, viewer, today })
  return { contents: { file, wanted }, filter: filterQuery(filter), article: filter.article }
}

/** The list of claims that an address asks for. Throws BadRequest as `readAsked` does. */
export async function readList(conn: Conn, { query, viewer, today }: Omit<About, 'article'>) {
  const { filter: read, problems } = readFilter(query)
  // A file has columns of its own.
  const filter = { ...read, columns: null }
  const resolved = await resolveFilter(conn, filter, { viewer, today })
  refuse([...problems, ...resolved.problems])
  return { filter, wanted: resolved.wanted }
}

function refuse([problem]: string[]): void {
  if (problem)
    throw new BadRequest(400, `Nothing was exported. ${problem.replace(/ was left out\.$/, ' is not known.')}`)
}

/** Takes out of the address of a CSV how it is written. Throws BadRequest for what is not known. */
export function readWritten({ variant = 'spreadsheet', delimiter = 'comma', ...query }: Query) {
  return {
    written: {
      variant: known(csvVariants, variant, 'variant'),
      delimiter: known(delimiters, delimiter, 'delimiter'),
    },
    query,
  }
}

function known<T extends string>(words: readonly T[], word: string, name: string): T {
  const found = words.find((one) => one === word)
  if (!found) throw new BadRequest(400, `“${name}” can be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`)
  return found
}

/** Reads what a form says is to be exported: the address part after `?`. Throws BadInput. */
export function readFormFilter(file: File, text: string): { filter: string; article: number | null } {
  const query = Object.fromEntries(new URLSearchParams(text))
  const { problems, ...read } = file === 'history' ? historyFilter(query) : listFilter(query)
  if (problems.length > 0) throw new BadInput({ '': `Nothing was exported. ${problems.join(' ')}` })
  return read
}

function historyFilter(query: Query) {
  const { about, filter, problems } = readHistoryQuery(query)
  return { filter, article: about.article ?? null, problems }
}

function listFilter(query: Query): { filter: string; article: number | null; problems: string[] } {
  const { filter, problems } = readFilter(query)
  return { filter: filterQuery({ ...filter, columns: null }), article: filter.article, problems }
}

/** Where that file is to be had. */
export function fileAddress({ file, filter, variant, delimiter }: Written & { file: File; filter: string }): string {
  if (variant === 'workbook') return withQuery(`/${file}.xlsx`, filter)
  const choices = new URLSearchParams({
    ...(variant !== 'spreadsheet' && { variant }),
    ...(delimiter !== 'comma' && { delimiter }),
  })
  return withQuery(`/${file}.csv`, [filter, choices.toString()].filter(Boolean).join('&'))
}

const withQuery = (path: string, query: string) => (query === '' ? path : `${path}?${query}`)

type Named = { file: File; article: number | null; variant: Variant }

/** A name that every system takes: `stet-claims-2025-05-12.csv`. `today` is an ISO 8601 date. */
export function fileName({ file, article, variant }: Named, today: string): string {
  const about = article === null ? '' : `article-${article}-`
  const ending = { spreadsheet: '.csv', raw: '-raw.csv', workbook: '.xlsx' }[variant]
  return `stet-${about}${file}-${today}${ending}`
}

/** How the encoder of CSV is to write it. */
export const formatOf = ({ variant, delimiter }: Written) => ({
  delimiter: delimiterCharacters[delimiter],
  guarded: variant === 'spreadsheet',
})
