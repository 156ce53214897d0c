import { z } from 'zod'
import type { EvidenceItem } from '../../evidence/evidence.ts'
import { passageUrl } from '../../evidence/passage-url.ts'
import { stances } from '../../evidence/words.ts'
import { sourceKinds } from '../../sources/words.ts'
import { instant, page, rowId, someDate } from './parts.ts'

export const SourceShape = z
  .strictObject({
    id: rowId,
    page,
    title: z.string(),
    url: z.string().nullable(),
    archived_url: z.string().nullable(),
    publisher: z.string().nullable(),
    author: z.string().nullable(),
    published_on: someDate.nullable(),
    language: z.string().nullable(),
    doi: z.string().nullable(),
    isbn: z.string().nullable(),
    kind: z.enum(sourceKinds),
    primary: z.boolean(),
    interest: z.string().nullable(),
  })
  .meta({ id: 'Source', description: 'The document, dataset or record itself, shared by many claims.' })

export const EvidenceShape = z
  .strictObject({
    id: rowId,
    page,
    claim_id: rowId,
    source: SourceShape,
    stance: z.enum(stances),
    passage: z.string().nullable(),
    passage_found: z
      .enum(['exact', 'near', 'missing'])
      .nullable()
      .meta({ description: 'Whether the passage stands in the kept copy of the source; null without a copy.' }),
    passage_url: z.string().nullable().meta({ description: 'The source, with a text fragment that leads there.' }),
    locator: z.string().nullable(),
    note: z.string().nullable(),
    added_by: z.string().nullable(),
    created_at: instant,
    withdrawn: z
      .strictObject({ at: instant, by: z.string().nullable(), reason: z.string().nullable() })
      .nullable()
      .meta({ description: 'Withdrawn evidence does not count.' }),
  })
  .meta({ id: 'Evidence', description: 'What a source says about a claim.' })

/** Evidence as programs read it. */
export const evidenceOf = (item: EvidenceItem, origin: string): z.input<typeof EvidenceShape> => ({
  id: item.id,
  page: `${origin}/claims/${item.claimId}#evidence-${item.id}`,
  claim_id: item.claimId,
  source: sourceOf(item.source, origin),
  stance: item.stance,
  passage: item.passage,
  passage_found: item.passageMatch,
  passage_url: passageUrl(item.source.url, item),
  locator: item.locator,
  note: item.note,
  added_by: item.addedBy,
  created_at: item.createdAt,
  withdrawn: item.withdrawnAt === null ? null : withdrawal(item, item.withdrawnAt),
})

const withdrawal = ({ withdrawnBy: by, withdrawnReason: reason }: EvidenceItem, at: string) => ({ at, by, reason })

const sourceOf = (source: EvidenceItem['source'], origin: string): z.input<typeof SourceShape> => ({
  id: source.id,
  page: `${origin}/sources/${source.id}`,
  title: source.title,
  url: source.url,
  archived_url: source.archivedUrl,
  publisher: source.publisher,
  author: source.author,
  published_on: source.publishedOn,
  language: source.language ?? null,
  doi: source.doi ?? null,
  isbn: source.isbn ?? null,
  kind: source.kind,
  primary: source.primary,
  interest: source.interest,
})
