import type { Conn, Tx } from '../../db/conn.ts'
import type { ArticleKind, Block, Triage } from '../../db/schema/index.ts'
import { BadInput, missing } from '../errors.ts'
import { record, sha256 } from '../history/record.ts'
import { searchable } from '../text/search-words.ts'
import { addressKey } from '../values/address.ts'
import { splitSentences } from './sentences.ts'
import {
  findArticle,
  findVersion,
  insertArticle,
  insertSentences,
  insertVersion,
  markSentences,
  newestVersion,
  sentencesOf,
} from './store.ts'

export type Article = {
  id: number
  title: string
  outlet: string | null
  byline: string | null
  url: string | null
  publishedOn: string | null
  language: string
  kind: ArticleKind
  /** The key of the rating scale of its claims; null: the newsroom’s. */
  scale: string | null
  /** Whether two checkers judge each of its claims independently, unless a claim says otherwise. */
  independent: boolean
  version: number
  claimCount: number
  decidedCount: number
  sentenceCount: number
  lookedAtCount: number
  signedOffAt: string | null
  signOffWaiver: string | null
  createdAt: string
}

/** What is known about an article besides its text. */
export type Details = Pick<Article, 'title' | 'outlet' | 'byline' | 'url' | 'publishedOn' | 'language' | 'kind'> &
  Partial<Pick<Article, 'scale' | 'independent'>>

/** Blocks are in text order, do not overlap, and hold everything of the text but white space. */
export type NewArticle = Details & { text: string; blocks: Block[] }

/** Offsets are UTF-16 code units of the text of the version. */
export type Sentence = {
  id: number
  number: number
  start: number
  end: number
  triage: Triage
  reason: string | null
}

export type Text = {
  versionId: number
  number: number
  text: string
  blocks: Block[]
  sha256: string
  sentences: Sentence[]
}

/** Throws NotFound. */
export async function readArticle(conn: Conn, id: number): Promise<Article> {
  return (await findArticle(conn, id)) ?? missing('article')
}

/** The current version with its sentences. Throws NotFound. */
export async function readText(conn: Conn, articleId: number): Promise<Text> {
  const version = (await findVersion(conn, articleId)) ?? missing('article')
  return { ...version, sentences: await sentencesOf(conn, version.versionId) }
}

/** Whether a version is the newest of its article: only in that one is anything decided. */
export const isNewest = async (conn: Conn, articleId: number, versionId: number): Promise<boolean> =>
  (await newestVersion(conn, articleId)) === versionId

/** The hash by which the same text is recognised: SHA-256 of its UTF-8 bytes, in hexadecimal. */
export const textHash = (text: string): string => sha256(text).toString('hex')

// A page of text has fifty sentences at most; what has more than a thick book is no text to be read, and no page could show it.
const mostSentences = 20_000

/**
 * Freezes the text as version 1 and splits it into sentences; nobody is asked whether it is already there. Throws BadInput
 * for a text of more sentences than can be shown.
 */
export async function addArticle(
  tx: Tx,
  actor: { id: number } | null,
  { text, blocks, ...details }: NewArticle,
): Promise<{ articleId: number; versionId: number }> {
  // Each paragraph is a sentence at least, and to cut two hundred thousand takes a second.
  refuseTooMany(blocks.length)
  const spans = splitSentences(text, blocks, details.language)
  refuseTooMany(spans.length)
  const by = { addedById: actor?.id ?? null, createdAt: tx.now }
  const articleId = await insertArticle(tx, { ...rowOf(details), ...by })
  const { versionId, sha256 } = await freezeText(tx, actor, { articleId, number: 1, text, blocks })
  await insertSentences(tx, versionId, spans)
  const told = { title: details.title, version: 1, sha256, sentences: spans.length }
  await record(tx, actor, 'article.added', { article: articleId }, told)
  return { articleId, versionId }
}

/** Freezes a text as a version of an article, without its sentences; no event. */
export async function freezeText(
  tx: Tx,
  actor: { id: number } | null,
  version: { articleId: number; number: number; text: string; blocks: Block[] },
): Promise<{ versionId: number; sha256: string }> {
  if (!version.text.isWellFormed()) throw new Error('Ill-formed text would not be stored as it is')
  const hash = textHash(version.text)
  const by = { addedById: actor?.id ?? null, createdAt: tx.now }
  return { versionId: await insertVersion(tx, { ...version, sha256: hash, ...by }), sha256: hash }
}

/** Throws BadInput for a text of more sentences than can be shown. */
export function refuseTooMany(sentences: number): void {
  if (sentences > mostSentences) throw new BadInput({ text: tooMany })
}

const tooMany = `This text has more than ${mostSentences.toLocaleString('en')} sentences. Take it in as several articles.`

/** The columns that the details fill: themselves, and what articles are found by. */
export const rowOf = (details: Details) => ({
  ...details,
  urlKey: details.url && addressKey(details.url),
  searched: searchable([details.title, details.outlet ?? ''].join(' ')),
})

/** Every sentence of the version that overlaps [start, end) counts as looked at: it holds a claim. */
export async function touchSentences(tx: Tx, span: { versionId: number; start: number; end: number }): Promise<void> {
  await markSentences(tx, span)
}
