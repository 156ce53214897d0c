import { z } from 'zod'
import type { Precedent } from '../../precedents/precedent.ts'
import { likenesses } from '../../precedents/words.ts'
import type { Hit, Piece } from '../../search/search.ts'
import { page, rowId, someDate } from './parts.ts'

/** What the API searches: everything but what people say to each other about their work. */
export const foundKinds = ['claims', 'articles', 'sources', 'copies', 'checks'] as const

const Marked = z.strictObject({
  text: z.string(),
  matches: z
    .array(z.tuple([z.int(), z.int()]))
    .meta({ description: 'Start and end of each match, in UTF-16 code units.' }),
})

export const HitShape = z
  .strictObject({
    kind: z.enum(foundKinds),
    id: rowId,
    page,
    title: Marked,
    excerpt: z
      .strictObject({ field: z.string(), ...Marked.shape })
      .nullable()
      .meta({ description: 'A stretch around what was found outside the title.' }),
  })
  .meta({ id: 'Hit', description: 'Something that was found.' })

export const GroupShape = z.strictObject({
  kind: z.enum(foundKinds),
  count: z.int(),
  count_is_lower_bound: z.boolean(),
  items: z.array(HitShape),
})

type FoundKind = (typeof foundKinds)[number]
const isFound = (kind: string): kind is FoundKind => foundKinds.some((one) => one === kind)

/** Whether programs are told of that kind. */
export const isTold = <G extends { kind: string }>(group: G): group is G & { kind: FoundKind } => isFound(group.kind)

/** Something found as programs read it. */
export function hitOf(hit: Hit, origin: string): z.input<typeof HitShape>[] {
  const { kind, row, title, excerpt } = hit
  if (!isFound(kind)) return []
  const found = excerpt && { field: excerpt.column, ...marked(excerpt.pieces) }
  return [{ kind, id: row.id, page: origin + pathOf(hit), title: marked(title), excerpt: found }]
}

const pathOf = (hit: Hit): string =>
  hit.kind === 'copies' ? `/sources/${hit.row.source.id}/snapshots/${hit.row.id}` : `/${hit.kind}/${hit.row.id}`

function marked(pieces: readonly Piece[]): z.input<typeof Marked> {
  const matches: [number, number][] = []
  let text = ''
  for (const piece of pieces) {
    if (piece.isMatch) matches.push([text.length, text.length + piece.text.length])
    text += piece.text
  }
  return { text, matches }
}

export const PrecedentShape = z
  .strictObject({
    by: z.enum(['us', 'others']),
    id: rowId.meta({ description: 'Of the claim, or of the check of another publisher.' }),
    page,
    statement: z.string(),
    claimant: z.string().nullable(),
    checked_on: someDate.nullable(),
    rating: z.string(),
    value: z.number().nullable().meta({ description: 'From 5 (true) to 1 (false).' }),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    probability: z.number().meta({ description: 'That it is about the same claim, from 0 to 1.' }),
    likeness: z.enum(likenesses),
    why: z.array(z.string()),
  })
  .meta({ id: 'Precedent', description: 'An earlier check of what may be the same claim.' })

/** A precedent as programs read it. */
export function precedentOf(precedent: Precedent, origin: string): z.input<typeof PrecedentShape> {
  const { by, id, statement, claimant, value, likeness, why } = precedent
  const ours = by === 'us'
  return {
    by,
    id,
    page: `${origin}${ours ? '/claims' : '/checks'}/${id}`,
    statement,
    claimant,
    checked_on: precedent.checkedOn,
    rating: ours ? precedent.rating.label : precedent.ratingLabel,
    value,
    publisher: ours ? null : precedent.publisher,
    url: ours ? null : precedent.url,
    probability: Math.round(precedent.probability * 1_000) / 1_000,
    likeness,
    why,
  }
}
