import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { attempts } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { logAttempt } from '../../server/attempts/attempt.ts'
import { eraseComment, openThread } from '../../server/comments/comment.ts'
import { makeCheckpoint } from '../../server/history/checkpoint.ts'
import { historyPieces } from '../../server/history/export.ts'
import { openKey } from '../../server/history/new-key.ts'
import { verifyHistory } from '../../server/history/verify.ts'
import { harbour } from '../evidence/harbour.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'

const secret = 'Call Mrs. Orla Quenby on 555 0139.'

async function signed() {
  const news = await newsroom()
  await openKey(news.world)
  const { claims } = await harbour(news.db)
  return { ...news, claimId: claims[0] ?? 0 }
}

async function expectWhole({ db }: Newsroom): Promise<void> {
  expect(await verifyHistory(db.reader)).toMatchObject({ fault: undefined, checkpoints: { all: 1, held: 1 } })
  const pieces: Buffer[] = []
  for await (const piece of historyPieces(db)) pieces.push(piece)
  expect(Buffer.concat(pieces).toString()).not.toMatch(/Quenby|555/)
}

it('a comment that is erased leaves the history whole and signed, and was never in it', async () => {
  const news = await signed()
  const { commentId } = await openThread(news.db, news.cleo, { claimId: news.claimId }, secret)
  await makeCheckpoint(news.world, 'asked')
  await eraseComment(news.db, news.cleo, commentId)
  await expectWhole(news)
})

it('so does an attempt to reach somebody, whose text is taken from the database', async () => {
  const news = await signed()
  const { db, cleo, claimId } = news
  const text = { purpose: 'reply', way: 'phone', outcome: 'waiting', askedOn: '2025-05-12', public: false } as const
  const open = { deadlineOn: null, answer: null, answeredOn: null }
  const id = await logAttempt(db, cleo, { ...text, ...open, claimId, whom: 'Mrs. Orla Quenby', asked: secret })
  await makeCheckpoint(news.world, 'asked')
  await write(db, (tx) => tx.update(attempts).set({ whom: '', asked: null, salt: '' }).where(eq(attempts.id, id)))
  await expectWhole(news)
})
