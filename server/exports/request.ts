import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { type Filter, listAddress, readFilter } from '../claims/filter.ts'
import { type Wanted, resolveFilter } from '../claims/list.ts'
import { BadInput, BadRequest } from '../errors.ts'
import { type Delimiter, type File, type Variant, delimiterCharacters, delimiters, variants } from './words.ts'

/** A file as somebody asks for it. */
export type Request = { file: File; filter: Filter; wanted: Wanted; variant: Variant; delimiter: Delimiter }

type Asked = { file: File; query: Record<string, string>; article: number | undefined; viewer: Person; today: Date }

/**
 * Reads the address of a file. The place of a page is ignored: a file is the whole list. Throws BadRequest for anything that
 * is not understood, because a file of more than was asked for would not be noticed.
 */
export async function readRequest(conn: Conn, { file, query, article, viewer, today }: Asked): Promise<Request> {
  const { variant = 'spreadsheet', delimiter = 'comma', after: _after, before: _before, ...named } = query
  if (article !== undefined && 'article' in named) throw new BadRequest(400, 'The article is in the address already.')
  const { filter, problems } = readFilter(article === undefined ? named : { ...named, article: String(article) })
  const resolved = await resolveFilter(conn, filter, { viewer, today })
  const [problem] = [...problems, ...resolved.problems]
  if (problem)
    throw new BadRequest(400, `Nothing was exported. ${problem.replace(/ was left out\.$/, ' is not known.')}`)
  return {
    file,
    filter,
    wanted: resolved.wanted,
    variant: known(variants, variant, 'variant'),
    delimiter: known(delimiters, delimiter, 'delimiter'),
  }
}

function known<T extends string>(words: readonly T[], word: string, name: string): T {
  const found = words.find((one) => one === word)
  if (!found) throw new BadRequest(400, `“${name}” can be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`)
  return found
}

/** Reads what a form says is to be exported: the address part after `?`. Throws BadInput. */
export function readFormFilter(text: string): Filter {
  const { filter, problems } = readFilter(Object.fromEntries(new URLSearchParams(text)))
  if (problems.length > 0) throw new BadInput({ '': `Nothing was exported. ${problems.join(' ')}` })
  return filter
}

/** Where that file is to be had. */
export const fileAddress = ({ file, filter, variant, delimiter }: Omit<Request, 'wanted'>): string =>
  listAddress(`/${file}.csv`, filter, {
    ...(variant !== 'spreadsheet' && { variant }),
    ...(delimiter !== 'comma' && { delimiter }),
  })

/** A name that every system takes: `stet-claims-2025-05-12.csv`. `today` is an ISO 8601 date. */
export function fileName({ file, filter, variant }: Request, today: string): string {
  const about = filter.article === null ? '' : `article-${filter.article}-`
  return `stet-${about}${file}-${today}${variant === 'raw' ? '-raw' : ''}.csv`
}

/** How the encoder is to write it. */
export const formatOf = ({ variant, delimiter }: Request) => ({
  delimiter: delimiterCharacters[delimiter],
  guarded: variant === 'spreadsheet',
})
