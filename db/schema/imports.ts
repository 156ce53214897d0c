import { sql } from 'drizzle-orm'
import { blob, check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { articles, versions } from './articles.ts'
import { outsideChecks } from './checks.ts'
import { claims } from './claims.ts'
import { evidence } from './evidence.ts'
import { people } from './people.ts'
import { ratings } from './ratings.ts'

const importStates = ['draft', 'running', 'finished', 'undoing', 'undone'] as const
export type ImportState = (typeof importStates)[number]

export const importTargets = ['claims', 'checks'] as const
export type ImportTarget = (typeof importTargets)[number]

/** What kind of file it is: any table, a file of our own claims or evidence, or checks of other publishers as they mark them up. */
const importFormats = ['table', 'own_claims', 'own_evidence', 'claim_review'] as const
export type ImportFormat = (typeof importFormats)[number]

/** A file that is taken in, and how far that is. */
export const imports = sqliteTable(
  'imports',
  {
    id: integer().primaryKey(),
    fileName: text().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    encoding: text().notNull(),
    delimiter: text().notNull(),
    /** What files with the same columns are recognised by. */
    headerKey: text().notNull(),
    /** What was found in the file: see server/imports/columns.ts. */
    columns: text({ mode: 'json' }).$type<unknown>().notNull(),
    /** How it is to be read: see server/imports/plan.ts. */
    plan: text({ mode: 'json' }).$type<unknown>().notNull(),
    /** What that gives: see server/imports/check.ts. */
    outcome: text({ mode: 'json' }).$type<unknown>().notNull(),
    target: text({ enum: importTargets }).notNull(),
    format: text({ enum: importFormats }).notNull().default('table'),
    state: text({ enum: importStates }).notNull().default('draft'),
    version: integer().notNull().default(1),
    rowCount: integer().notNull(),
    /** Rows that have been gone through, from the first. */
    doneRows: integer().notNull().default(0),
    added: integer().notNull().default(0),
    already: integer().notNull().default(0),
    leftOut: integer().notNull().default(0),
    undone: integer().notNull().default(0),
    kept: integer().notNull().default(0),
    /** Rows that the undoing has gone through. */
    undoneRow: integer().notNull().default(0),
    /** The article that the rows from `articleRow` on go into. */
    articleId: integer(),
    versionId: integer(),
    articleRow: integer(),
    addedById: integer()
      .notNull()
      .references(() => people.id),
    createdAt: text().notNull(),
    startedAt: text(),
    finishedAt: text(),
    undoneAt: text(),
    undoneById: integer().references(() => people.id),
  },
  (t) => [
    index('imports_header').on(t.headerKey, t.id),
    check('imports_state', sql`state in ('draft', 'running', 'finished', 'undoing', 'undone')`),
    check('imports_target', sql`target in ('claims', 'checks')`),
  ],
)

/** The file as it was sent, in pieces of which none holds up other requests. */
export const importPieces = sqliteTable(
  'import_pieces',
  {
    importId: integer()
      .notNull()
      .references(() => imports.id),
    number: integer().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.number] })],
)

/** What a row of a file became. */
export const importRows = sqliteTable(
  'import_rows',
  {
    importId: integer()
      .notNull()
      .references(() => imports.id),
    /** Counted from 1 without the header. */
    row: integer().notNull(),
    line: integer().notNull(),
    /** What the same row is recognised by in another file. */
    key: text().notNull(),
    claimId: integer().references(() => claims.id),
    checkId: integer().references(() => outsideChecks.id),
    /** The evidence on that claim that the row became, where it is not the claim. */
    evidenceId: integer().references(() => evidence.id),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.row] }),
    index('import_rows_key').on(t.key),
    index('import_rows_claim').on(t.claimId),
    index('import_rows_check').on(t.checkId),
    check('import_rows_one', sql`(claim_id is null) <> (check_id is null)`),
  ],
)

/** A verdict that a file tells of. It was given by nobody here, so it is no decision that could be published. */
export const importedVerdicts = sqliteTable('imported_verdicts', {
  claimId: integer()
    .primaryKey()
    .references(() => claims.id),
  importId: integer()
    .notNull()
    .references(() => imports.id),
  line: integer().notNull(),
  ratingId: integer().references(() => ratings.id),
  /** As the file has it. */
  label: text().notNull(),
  rationale: text().notNull(),
  checkedOn: text(),
  checker: text(),
  url: text(),
})

/** What our own file says of a claim that came out of it and nothing else here holds, by the names of its columns. */
export const importedClaims = sqliteTable(
  'imported_claims',
  {
    claimId: integer()
      .primaryKey()
      .references(() => claims.id),
    importId: integer()
      .notNull()
      .references(() => imports.id),
    /** Its number where it came from. */
    claimThere: integer().notNull(),
    /** The state it was given here. */
    state: text().notNull(),
    cells: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
  },
  (t) => [index('imported_claims_there').on(t.claimThere)],
)

/** The same for a piece of evidence. */
export const importedEvidence = sqliteTable(
  'imported_evidence',
  {
    evidenceId: integer()
      .primaryKey()
      .references(() => evidence.id),
    importId: integer()
      .notNull()
      .references(() => imports.id),
    /** The number of its source where it came from. */
    sourceThere: integer().notNull(),
    cells: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
  },
  (t) => [index('imported_evidence_source').on(t.importId, t.sourceThere)],
)

/** What versions of articles became that our own file names. */
export const importedVersions = sqliteTable(
  'imported_versions',
  {
    importId: integer()
      .notNull()
      .references(() => imports.id),
    articleThere: integer().notNull(),
    number: integer().notNull(),
    articleId: integer()
      .notNull()
      .references(() => articles.id),
    versionId: integer()
      .notNull()
      .references(() => versions.id),
  },
  (t) => [primaryKey({ columns: [t.importId, t.articleThere, t.number] })],
)
