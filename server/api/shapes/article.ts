import { z } from 'zod'
import type { Article, Text } from '../../articles/article.ts'
import { articleKinds, triages } from '../../articles/words.ts'
import { instant, page, rowId, someDate } from './parts.ts'

export const ArticleShape = z
  .strictObject({
    id: rowId,
    page,
    title: z.string(),
    outlet: z.string().nullable(),
    byline: z.string().nullable(),
    url: z.string().nullable().meta({ description: 'Where it was published.' }),
    published_on: someDate.nullable(),
    language: z.string().meta({ description: 'BCP 47 tag.' }),
    kind: z.enum(articleKinds),
    scale: z.string().nullable().meta({ description: 'The rating scale of its claims; null: the newsroom’s.' }),
    independent: z.boolean().meta({ description: 'Whether two checkers judge each of its claims independently.' }),
    claim_count: z.int(),
    decided_count: z.int(),
    sentence_count: z.int(),
    looked_at_count: z.int(),
    signed_off_at: instant.nullable(),
    created_at: instant,
  })
  .meta({ id: 'Article', description: 'A text that is checked.' })

/** An article as programs read it. */
export const articleOf = (article: Article, origin: string): z.input<typeof ArticleShape> => ({
  id: article.id,
  page: `${origin}/articles/${article.id}`,
  title: article.title,
  outlet: article.outlet,
  byline: article.byline,
  url: article.url,
  published_on: article.publishedOn,
  language: article.language,
  kind: article.kind,
  scale: article.scale,
  independent: article.independent,
  claim_count: article.claimCount,
  decided_count: article.decidedCount,
  sentence_count: article.sentenceCount,
  looked_at_count: article.lookedAtCount,
  signed_off_at: article.signedOffAt,
  created_at: article.createdAt,
})

const offset = z.int().nonnegative()

export const TextShape = z
  .strictObject({
    article_id: rowId,
    text_id: rowId.meta({ description: 'The id of this version of the text: places of claims count in it.' }),
    version: z.int().positive(),
    text: z.string(),
    sha256: z.string().meta({ description: 'Of the UTF-8 bytes of the text, in hexadecimal.' }),
    blocks: z.array(
      z.strictObject({ kind: z.enum(['paragraph', 'heading', 'quotation', 'item']), start: offset, end: offset }),
    ),
    sentences: z.array(
      z.strictObject({
        number: z.int().positive(),
        start: offset,
        end: offset,
        triage: z.enum(triages),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Text', description: 'The newest text of an article, frozen. Offsets are UTF-16 code units.' })

/** The text of an article as programs read it. */
export const textOf = (articleId: number, { versionId, number, ...text }: Text): z.input<typeof TextShape> => ({
  article_id: articleId,
  text_id: versionId,
  version: number,
  text: text.text,
  sha256: text.sha256,
  blocks: text.blocks.map(({ kind, start, end }) => ({ kind, start, end })),
  sentences: text.sentences.map(({ number: at, start, end, triage, reason }) => ({
    number: at,
    start,
    end,
    triage,
    reason,
  })),
})
