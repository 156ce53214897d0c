import { getTableName, is } from 'drizzle-orm'
import { SQLiteTable, getTableConfig } from 'drizzle-orm/sqlite-core'
import * as schema from '../../db/schema/index.ts'

/**
 * The texts that public pages are made of, each with the rows of which it is true, in SQL. What is not named here is unpublished: a new
 * column must be seen nowhere in public until it is named.
 */
const shown: Record<string, string> = {
  'settings.newsroom': 'true',
  'settings.method': 'true',
  'site_pages.text': 'id in (select max(id) from site_pages group by page)',
  'reports.*': 'true',
  'report_slugs.*': 'true',
  'public_claims.*': 'true',
  'public_facets.*': 'true',
  'editions.*': 'true',
  'corrections.note': 'true',
  'decisions.rationale': 'id in (select before_id from corrections union select after_id from corrections)',
  'ratings.label': 'true',
  'ratings.shape': 'true',
  'attempts.whom': 'public',
  'attempts.asked': 'public',
  'attempts.answer': 'public',
  'people.name': 'id in (select checker_id from decisions union select reviewer_id from decisions)',
}

/** Texts that the program goes by: with anything else in them it stops, and shows nothing at all. */
const goneBy = new Set([
  'ratings.scale',
  'ratings.key',
  'settings.scale',
  'articles.language',
  'articles.scale',
  'snapshots.media_type',
  'snapshots.charset',
  'jobs.kind',
  'events.type',
  'claim_tallies.state',
  'claim_tallies.kind',
  'claim_value_tallies.state',
  'imports.encoding',
  'imports.delimiter',
  'checkpoints.note',
  'api_tokens.scopes',
  'webhooks.events',
  'saved_lists.query',
  'list_columns.columns',
])

export type Cell = { table: string; column: string; json: boolean; public: string }

/** Every free text and every piece of JSON that the database holds, but for what the program goes by. */
export function cells(): Cell[] {
  const tables = Object.values(schema as Record<string, unknown>).filter((value) => is(value, SQLiteTable))
  return tables.flatMap((table) => {
    const { columns, foreignKeys } = getTableConfig(table)
    const name = getTableName(table)
    const led = new Set(foreignKeys.flatMap((key) => key.reference().columns.map((column) => column.name)))
    return columns
      .filter((column) => isText(column) && !led.has(column.name) && !goneBy.has(`${name}.${snake(column.name)}`))
      .map((column) => {
        const cell = { table: name, column: snake(column.name), json: column.dataType === 'json' }
        return { ...cell, public: shown[`${name}.${cell.column}`] ?? shown[`${name}.*`] ?? 'false' }
      })
  })
}

type Column = { name: string; dataType: string; columnType: string; primary: boolean; generated: unknown } & {
  enumValues?: string[] | undefined
}

const isText = ({ name, dataType, columnType, primary, generated, enumValues }: Column) =>
  columnType.startsWith('SQLiteText') &&
  (dataType === 'json' || (dataType === 'string' && !enumValues?.length)) &&
  !primary &&
  !generated &&
  !/(At|On|Key|Hash|Until)$|^(at|key|sha256|salt)$|Sha256$/.test(name)

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
