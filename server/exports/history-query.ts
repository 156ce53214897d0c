import { readFilter } from '../history/filter.ts'
import type { About } from '../history/history.ts'
import { addressQuery } from '../values/address-query.ts'
import { readId } from '../values/row-id.ts'

/**
 * The part of the history that the names and values of an address stand for, and the same tidied, without its `?`. What is not
 * understood is told in `problems`, one sentence each.
 */
export function readHistoryQuery(query: Record<string, string>): { about: About; filter: string; problems: string[] } {
  const { filter: read, problems } = readFilter(query)
  const { before: _before, ...filter } = read
  const article = readId(query.article ?? '')
  const { actor: person, kind, from, to } = filter
  const parts = { person, kind, from, to, article }
  const unknown = Object.keys(query).filter(
    (name) => query[name] !== '' && parts[name as keyof typeof parts] === undefined,
  )
  return {
    about: { ...filter, article },
    filter: addressQuery(parts).slice(1),
    problems: [
      ...Object.values(problems),
      ...unknown.filter((name) => !(name in problems)).map((name) => `“${name}=${query[name]}” is not known.`),
      ...(kind === 'sign_ins' ? ['Sign-ins never leave the newsroom in a file.'] : []),
    ],
  }
}
