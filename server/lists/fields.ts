import { z } from 'zod'
import { filterQuery, readFilter } from '../claims/filter.ts'
import { line, optionalLine, ticked, version } from '../http/fields.ts'
import { longestName } from './words.ts'

const fields = {
  name: line('Give the list a name.', longestName),
  shared: ticked(),
  // An address as it stands in the browser, or only what comes after its question mark.
  query: optionalLine(4_000).transform((typed, context) => {
    const text = typed ?? ''
    const query = text.includes('?') ? text.slice(text.indexOf('?') + 1) : text.replace(/^.*\/claims$/, '')
    const { after: _after, before: _before, ...named } = Object.fromEntries(new URLSearchParams(query))
    const { filter, problems } = readFilter(named)
    if (problems.length > 0)
      context.addIssue({ code: 'custom', message: `This is no address of a list of claims. ${problems.join(' ')}` })
    return filterQuery(filter)
  }),
}

/** The form that a list is saved with. */
export const NewListForm = z.strictObject(fields)
/** The form that it is changed with. */
export const ListForm = z.strictObject({ ...fields, version: version() })
