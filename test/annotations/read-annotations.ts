import { z } from 'zod'

const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i)
const instant = z.iso.datetime()
const body = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('TextualBody'),
    purpose: z.enum(['describing', 'assessing', 'tagging']),
    format: z.literal('text/plain'),
    value: z.string().min(1),
  }),
  z.strictObject({ type: z.literal('SpecificResource'), purpose: z.literal('linking'), source: iri }),
])
const position = z.int().min(0)
const selector = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
  }),
  z
    .strictObject({ type: z.literal('TextPositionSelector'), start: position, end: position })
    .refine(({ start, end }) => end > start),
])
const agent = z.strictObject({ type: z.literal('Organization'), name: z.string().min(1) })
const annotation = z.strictObject({
  id: iri,
  type: z.literal('Annotation'),
  motivation: z.enum(['assessing', 'describing']),
  creator: agent,
  created: instant,
  modified: instant,
  body: z.array(body).min(1),
  target: z.strictObject({
    type: z.literal('SpecificResource'),
    source: iri,
    state: z.strictObject({ type: z.literal('TimeState'), cached: iri }).optional(),
    selector: z.array(selector).length(2),
  }),
})

/** A collection with its one page by the Web Annotation data model, as far as Stet uses it: every key is one of the model’s. */
export const Collection = z
  .strictObject({
    '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
    id: iri,
    type: z.literal('AnnotationCollection'),
    label: z.string().min(1),
    creator: agent,
    total: position,
    first: z.strictObject({
      id: iri,
      type: z.literal('AnnotationPage'),
      partOf: iri,
      startIndex: z.literal(0),
      items: z.array(annotation),
    }),
  })
  .refine(({ total, first }) => total === first.items.length && new Set(first.items.map(({ id }) => id)).size === total)
