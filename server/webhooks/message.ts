import { z } from 'zod'
import { correctionKinds, editionReasons } from '../../db/schema/index.ts'
import { changeId } from '../reports/change-id.ts'
import type { PublicChange } from '../reports/public.ts'

const text = z.string().nullable()

/** A message of a publication or of a change of what is published. */
export const MessageShape = z
  .strictObject({
    id: z.string().meta({ description: 'The same each time that a message is sent, and in the feeds.' }),
    type: z.enum(['published', 'corrected']),
    time: z.iso.datetime(),
    url: text.meta({ description: 'The public page; null where the server was not told its own address.' }),
    path: z.string(),
    change: z.strictObject({ why: z.enum(editionReasons), kind: z.enum(correctionKinds).nullable(), note: text }),
    claim: z.strictObject({
      key: z.string().meta({ description: 'Never changes.' }),
      state: z.enum(['published', 'withdrawn']).meta({ description: 'As it is when the message is sent.' }),
      statement: z.string(),
      quote: z.string(),
      claimant: z.strictObject({ name: z.string(), role: text }).nullable(),
      claimed_on: text,
      tags: z.array(z.string()),
      rating: z
        .strictObject({ key: z.string(), label: z.string(), definition: z.string(), value: z.int().nullable() })
        .nullable(),
      rationale: text,
      published_at: z.iso.datetime(),
      updated_at: z.iso.datetime(),
      article: z.strictObject({
        title: z.string(),
        outlet: text,
        byline: text,
        url: text,
        published_on: text,
        language: z.string(),
      }),
    }),
  })
  .meta({ id: 'Message', description: 'What a webhook is told: nothing but what everybody may read.' })

type About = { id: number; createdAt: string; origin: string | undefined }

/** A message that tells of nothing, to see whether it arrives. */
export const testMessage = ({ id, createdAt }: About) => ({ id: `test-${id}`, type: 'test', time: createdAt })

/** What is said of a change, from the public page as it is when the message is sent. `origin` is the address of this server, where it is known. */
export function changeMessage(change: PublicChange, { origin }: About): z.input<typeof MessageShape> {
  const { why, kind, note, at, claim } = change
  return {
    id: changeId(change),
    type: why === 'published' ? 'published' : 'corrected',
    time: at,
    url: origin === undefined ? null : origin + claim.path,
    path: claim.path,
    change: { why, kind, note },
    claim: claimIn(change),
  }
}

function claimIn({ claim }: PublicChange): z.input<typeof MessageShape>['claim'] {
  const { key, state, statement, quote, claimant, claimedOn, tags, rating, rationale, article } = claim
  return {
    key,
    state,
    statement,
    quote,
    claimant: claimant && { name: claimant.name, role: claimant.role || null },
    claimed_on: claimedOn,
    tags,
    rating: rating && { key: rating.key, label: rating.label, definition: rating.definition, value: rating.value },
    rationale,
    published_at: claim.publishedAt,
    updated_at: claim.updatedAt,
    article: {
      title: article.title,
      outlet: article.outlet,
      byline: article.byline,
      url: article.url,
      published_on: article.publishedOn,
      language: article.language,
    },
  }
}
