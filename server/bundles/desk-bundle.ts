import { setImmediate } from 'node:timers/promises'
import type { Conn } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { readArticle } from '../articles/article.ts'
import type { Made } from '../exports/column.ts'
import type { Cell } from '../exports/csv.ts'
import { headerOf, rowsOf } from '../exports/tables.ts'
import { type ClaimFile, claimFiles } from '../exports/words.ts'
import { makeCheckpoint } from '../history/checkpoint.ts'
import { historyLines } from '../history/export.ts'
import type { Signing } from '../history/key.ts'
import { record } from '../history/record.ts'
import { newestAt } from '../history/proof.ts'
import { newsroomName } from '../reports/published.ts'
import { copiesOf } from './copies.ts'
import { csvFile, jsonFile, manifestOf, sorted, textFile } from './file.ts'
import { programs } from './programs.ts'
import { deskReadme } from './readme.ts'
import { claimIds, textsOf } from './store.ts'
import { type BundleFile, zipPieces } from './zip.ts'

/** Writes down that somebody takes the work on an article out of the newsroom, and signs the history with that in it. Throws NotFound. */
export async function recordBundle(signing: Signing, person: Person, articleId: number): Promise<void> {
  permit(person, 'bundle.export')
  await write(signing.db, async (tx) => {
    await readArticle(tx, articleId)
    await record(tx, person, 'bundle.exported', { article: articleId }, {})
  })
  await makeCheckpoint(signing, 'asked')
}

/**
 * All the work on an article that is not confidential in one ZIP, with the history that it stands in. Everything is read from this
 * connection, which has to be a snapshot that stays open until the end. Throws NotFound.
 */
export async function deskBundle(
  conn: Conn,
  { articleId, origin }: { articleId: number; origin: string },
): Promise<AsyncGenerator<Buffer>> {
  const article = await readArticle(conn, articleId)
  // The time of the newest event: the same data makes the same bytes, whenever they are asked for.
  const at = await newestAt(conn)
  const copies = await copiesOf(conn, articleId)
  const left = copies.left > 0 ? [`${copies.left} copies did not find room here; \`copies.csv\` names them.`] : []
  const { id, title, outlet, byline, url, publishedOn, language, kind } = article
  const texts = await textsOf(conn, articleId)
  const shows = { articleId, sourceIds: copies.sourceIds }
  const files = sorted([
    ...programs,
    textFile('README.md', deskReadme({ title, newsroom: await newsroomName(conn) }, left)),
    jsonFile('article.json', {
      id,
      title,
      outlet,
      byline,
      url,
      publishedOn,
      language,
      kind,
      versions: texts.map(({ number, sha256, addedAt, blocks }) => ({ number, sha256, addedAt, blocks })),
    }),
    ...texts.map(({ number, text }) => textFile(`text/version-${number}.txt`, text)),
    ...(await tableFiles(conn, articleId, { origin, at })),
    { path: 'history.jsonl', bytes: () => historyLines(conn, at, about(shows)) },
    ...copies.files,
  ])
  return zipPieces({ files, manifest: manifestOf({ of: 'article', article: id, title, at }), day: at.slice(0, 10) })
}

const about =
  ({ articleId, sourceIds }: { articleId: number; sourceIds: Set<number> }) =>
  (event: { articleId: number | null; sourceId: number | null }) =>
    event.articleId === articleId || (event.sourceId !== null && sourceIds.has(event.sourceId))

async function tableFiles(conn: Conn, articleId: number, made: Made): Promise<BundleFile[]> {
  const ids = await claimIds(conn, articleId)
  const files: BundleFile[] = []
  for (const file of claimFiles) {
    const names = headerOf(file)
    const rows = await allRows(conn, { file, ids, made })
    const records = rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null])))
    files.push(csvFile(`${file}.csv`, names, rows), jsonFile(`${file}.json`, records))
  }
  return files
}

async function allRows(
  conn: Conn,
  { file, ids, made }: { file: ClaimFile; ids: number[]; made: Made },
): Promise<Cell[][]> {
  const rows: Cell[][] = []
  for (let from = 0; from < ids.length; from += 100) {
    rows.push(...(await rowsOf(conn, file, ids.slice(from, from + 100), made)))
    await setImmediate()
  }
  return rows
}
