import { parse } from 'csv-parse/sync'
import { write } from '../../db/write.ts'
import { addVerdict } from '../../server/verdicts/verdict.ts'
import { approveVerdict } from '../../server/verdicts/review.ts'
import { withdrawEvidence } from '../../server/evidence/change.ts'
import { saveList } from '../../server/lists/list.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { aClaim, anArticle } from '../claims/port-ellery.ts'
import { aSource, anItem } from '../evidence/harbour.ts'

/** A newsroom with a decided claim that has four pieces of evidence, two of which may not leave, and a claim with nothing. */
export async function aNewsroom(): Promise<Newsroom & { decided: number; bare: number }> {
  const news = await newsroom({ PUBLIC_URL: 'https://stet.example' })
  const { db, cleo, ben } = news
  const article = await anArticle(db, cleo)
  const claimed = { claimant: 'Ann', claimantRole: 'Harbour master', reportedBy: 'The Bell', claimedOn: '2025-04' }
  const decided = await aClaim(db, cleo, article, {
    ...claimed,
    statement: '-5 % sand, "less" each month;\nso they say.',
    tags: ['silt', 'Sand'],
  })
  const bare = await aClaim(db, cleo, article, { words: 'less sand moved', statement: '=1+1', kind: 'numerical' })
  await anItem(db, cleo, decided, await aSource(db, 'The log', { url: 'https://log.example/1', primary: true }))
  await anItem(db, cleo, decided, await aSource(db, '@handle', { url: 'https://log.example/2' }))
  await anItem(
    db,
    cleo,
    decided,
    await aSource(db, 'The letter', { url: 'https://secret.example', confidential: true }),
  )
  await anItem(db, cleo, decided, await aSource(db, 'The mistake', { url: 'https://mistake.example' }))
  await withdrawEvidence(db, cleo, { id: 4, reason: 'Another harbour.' })
  const { verdictId } = await write(db, (tx) =>
    addVerdict(tx, cleo, decided, { ratingId: 4, rationale: 'The log says otherwise.', explanation: null }),
  )
  await write(db, (tx) => approveVerdict(tx, ben, verdictId))
  await saveList(db, news.ada, { name: 'What is open', shared: true, query: 'state=open' })
  return { ...news, decided, bare }
}

/** The rows of a file by the names of their columns. */
export const rowsOf = (csv: string, delimiter = ','): Record<string, string>[] =>
  parse(csv, { columns: true, bom: true, delimiter, record_delimiter: '\r\n' })
