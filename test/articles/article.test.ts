import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { write } from '../../db/write.ts'
import { addArticle, readArticle, readText, touchSentences } from '../../server/articles/article.ts'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { newsroom } from '../support/newsroom.ts'

const text = 'The harbour froze. Nobody sailed.\n\n  “We waited,” she said.'
const details = {
  title: 'Port Ellery',
  outlet: null,
  byline: null,
  url: 'https://www.example.org/port/',
  publishedOn: '2025-04',
  language: 'en',
  kind: 'article' as const,
}

it('keeps the text as it is, with its hash and sentences', async () => {
  const { db, ada } = await newsroom()
  const added = await write(db, (tx) => addArticle(tx, ada, { ...details, text, blocks: linesAsBlocks(text) }))
  const read = await readText(db.reader, added.articleId)
  expect(read).toMatchObject({ versionId: added.versionId, number: 1, text })
  expect(read.sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  expect(read.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
    'The harbour froze.',
    'Nobody sailed.',
    '“We waited,” she said.',
  ])
  expect(await readArticle(db.reader, added.articleId)).toMatchObject({
    ...details,
    sentenceCount: 3,
    lookedAtCount: 0,
  })
})

it('counts a sentence as looked at once a claim touches it', async () => {
  const { db, ada } = await newsroom()
  const { articleId, versionId } = await write(db, (tx) =>
    addArticle(tx, ada, { ...details, text, blocks: linesAsBlocks(text) }),
  )
  await write(db, (tx) => touchSentences(tx, { versionId, start: 12, end: 25 }))
  const { sentences } = await readText(db.reader, articleId)
  expect(sentences.map((sentence) => sentence.triage)).toEqual(['claim', 'claim', 'untouched'])
  expect(await readArticle(db.reader, articleId)).toMatchObject({ lookedAtCount: 2 })
})
