import { z } from 'zod'
import { write } from '../../db/write.ts'
import type { Tx } from '../../db/conn.ts'
import { joinPieces } from '../articles/blocks.ts'
import { addArticle } from '../articles/article.ts'
import type { Person } from '../accounts/permissions.ts'
import { personById } from '../accounts/person.ts'
import { addImportedClaim } from '../claims/imported.ts'
import { addImportedEvidence } from '../evidence/imported.ts'
import { record } from '../history/record.ts'
import { type JobContext, jobKind } from '../jobs/kind.ts'
import { addImportedCheck } from '../precedents/imported.ts'
import { findOrAddImported } from '../sources/imported.ts'
import { addImportedVerdict } from '../verdicts/imported.ts'
import { type Import, formatOf, readImport } from './import.ts'
import { areHere } from './known.ts'
import type { ClaimRow } from './row.ts'
import { type PlannedRow, planRows } from './rows.ts'
import { countUp, insertRow, piecesOf, updateImport } from './store.ts'
import { readTable } from './table.ts'

/** Rows that share an article, so that none is too long to be read, and rows of one transaction, so that none holds a page up. */
const [articleRows, batchRows] = [100, 10]

type Fresh = Extract<PlannedRow, { key: string }>
type Place = { articleId: number; versionId: number; text: string; spans: Map<number, { start: number; end: number }> }
type Taking = { context: JobContext; person: Person; file: Import }

/** Takes in the rows of a confirmed import, from where it is. */
export const takeInFile = jobKind(
  z.strictObject({ import: z.number() }),
  { words: 'Take in a file', about: ({ import: id }) => ({ text: `import ${id}`, href: `/imports/${id}` }) },
  async (context, { import: id }, signal) => {
    const { db } = context.world
    const file = await readImport(db.reader, id)
    if (file.state !== 'running') return
    const person = await personById(db.reader, file.addedById)
    const rows = planRows(readTable(piecesOf(db.reader, id), formatOf(file)), file.plan, file.headerKey)
    for await (const block of inBlocks(rows)) {
      signal.throwIfAborted()
      if ((block.at(-1)?.row ?? 0) > file.doneRows) await takeInBlock({ context, person, file }, block, signal)
    }
    await write(db, async (tx) => {
      const { added, already, leftOut } = await readImport(tx, id)
      await updateImport(tx, id, { state: 'finished', finishedAt: tx.now })
      await record(tx, person, 'import.finished', {}, { import: id, added, already, leftOut })
      await context.complete(tx)
    })
  },
)

async function* inBlocks(rows: AsyncIterable<PlannedRow>): AsyncGenerator<PlannedRow[]> {
  let block: PlannedRow[] = []
  for await (const row of rows) {
    block.push(row)
    if (row.row % articleRows !== 0) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}

async function takeInBlock(taking: Taking, block: PlannedRow[], signal: AbortSignal): Promise<void> {
  const { context, file } = taking
  const { db } = context.world
  const sound = block.filter((row) => 'key' in row && row.repeats === undefined) as Fresh[]
  const here = await areHere(db.reader, sound, { id: file.id, before: block[0]?.row ?? 0 })
  const fresh = new Set(sound.filter(({ key }) => !here.has(key)))
  const place = await placeFor(taking, block[0]?.row ?? 0, [...fresh])
  const rest = block.filter(({ row }) => row > file.doneRows)
  for (let at = 0; at < rest.length; at += batchRows) {
    signal.throwIfAborted()
    const batch = rest.slice(at, at + batchRows)
    await write(db, (tx) => takeInBatch(tx, taking, { batch, fresh, place }))
    // Everybody else has a turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

// The article of a block is made before its rows, with the same text when the server ended in between.
async function placeFor(
  { context, person, file }: Taking,
  firstRow: number,
  fresh: Fresh[],
): Promise<Place | undefined> {
  const pieces = fresh.flatMap(({ row, value }) =>
    value.kind === 'claims' ? [{ row, text: value.quote, kind: 'paragraph' as const }] : [],
  )
  if (pieces.length === 0) return undefined
  const { text, blocks } = joinPieces(pieces)
  const spans = new Map(blocks.map((block, at) => [pieces[at]?.row ?? 0, block]))
  if (file.articleRow === firstRow && file.articleId !== null && file.versionId !== null)
    return { articleId: file.articleId, versionId: file.versionId, text, spans }
  const lines = [fresh[0]?.line, fresh.at(-1)?.line]
  const details = {
    title: `${file.fileName}, lines ${lines.join('–')}`,
    outlet: null,
    byline: null,
    url: null,
    publishedOn: null,
    language: file.plan.language,
    kind: 'transcript' as const,
  }
  const made = await write(context.world.db, async (tx) => {
    const article = await addArticle(tx, person, { ...details, text, blocks })
    await updateImport(tx, file.id, { ...article, articleRow: firstRow })
    return article
  })
  return { ...made, text, spans }
}

type Batch = { batch: PlannedRow[]; fresh: Set<PlannedRow>; place: Place | undefined }

async function takeInBatch(tx: Tx, taking: Taking, { batch, fresh, place }: Batch): Promise<void> {
  const { file, context } = taking
  const counts = { added: 0, already: 0, leftOut: 0 }
  for (const row of batch) {
    if (!('key' in row)) counts.leftOut += 1
    else if (!fresh.has(row)) counts.already += 1
    else {
      counts.added += 1
      const made =
        row.value.kind === 'checks'
          ? await addCheck(tx, taking, row)
          : await addClaim(tx, taking, { ...row, value: row.value }, place)
      await insertRow(tx, { importId: file.id, row: row.row, line: row.line, key: row.key, ...made })
    }
  }
  const doneRows = batch.at(-1)?.row ?? file.doneRows
  await countUp(tx, file.id, counts, doneRows)
  await context.progress(tx, doneRows, file.rowCount)
}

async function addCheck(tx: Tx, { person, file }: Taking, { value }: Fresh) {
  if (value.kind !== 'checks') throw new Error('This row is no check')
  const { kind: _kind, ...check } = value
  return { checkId: await addImportedCheck(tx, person, { ...check, importId: file.id }) }
}

async function addClaim(
  tx: Tx,
  { person, file }: Taking,
  { row, line, value }: { row: number; line: number; value: ClaimRow },
  place: Place | undefined,
) {
  const span = place?.spans.get(row)
  if (!place || !span) throw new Error('This row has no place in the article')
  const { statement, claimant, role, place: claimedPlace, stated: claimedOn, tags, ratingId, label } = value
  const about = {
    articleId: place.articleId,
    versionId: place.versionId,
    text: place.text,
    start: span.start,
    end: span.end,
  }
  const claimId = await addImportedClaim(tx, person, {
    ...about,
    statement,
    claimant,
    role,
    claimedPlace,
    claimedOn,
    tags,
    ratingId,
  })
  if (label !== null || value.rationale !== null)
    await addImportedVerdict(tx, {
      claimId,
      importId: file.id,
      line,
      ratingId,
      label: label ?? 'No rating',
      rationale: value.rationale ?? '',
      checkedOn: value.checked,
      checker: value.checker,
      url: value.url,
    })
  const sources = new Set<number>()
  for (const source of value.sources) sources.add(await findOrAddImported(tx, person, source))
  for (const sourceId of sources) await addImportedEvidence(tx, person, { claimId, sourceId })
  return { claimId }
}
