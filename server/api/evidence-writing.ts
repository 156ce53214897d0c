import { z } from 'zod'
import { attachEvidenceIn } from '../evidence/attach.ts'
import { editEvidenceIn, withdrawEvidenceIn } from '../evidence/change.ts'
import { evidenceValues, readEvidence } from '../evidence/evidence.ts'
import { EditedEvidence, FromChosen, FromNew, WithdrawnEvidence } from '../evidence/fields.ts'
import { stances } from '../evidence/words.ts'
import { sourceFields } from '../sources/fields.ts'
import { sourceKinds } from '../sources/words.ts'
import { writing } from './operation.ts'
import { EvidenceShape } from './shapes/evidence.ts'
import { throughForm, usualPointer } from './through-form.ts'

const optional = (max: number) => z.string().max(max).nullable().optional()

const said = {
  stance: z.enum(stances),
  passage: optional(20_000).meta({ description: 'Verbatim. It is looked up in the kept copy of the source.' }),
  locator: optional(300).meta({ description: 'Page, paragraph or time.' }),
  note: optional(5_000).meta({ description: 'What the source shows; passage or note there has to be.' }),
}

const NewSource = z
  .strictObject({
    title: z.string().max(300),
    url: optional(2_000).meta({ description: 'A text fragment in it gives the passage, where there is none.' }),
    archived_url: optional(2_000),
    publisher: optional(200),
    author: optional(200),
    published_on: optional(40),
    language: optional(50),
    doi: optional(300),
    isbn: optional(60),
    kind: z.enum(sourceKinds),
    primary: z.boolean().default(false),
    interest: optional(1_000).meta({ description: 'Whose interest it may serve.' }),
  })
  .meta({ id: 'NewSource', description: 'One that is known by its address or DOI already is used as it is.' })

const NewEvidence = z
  .union([z.strictObject({ source_id: z.int().positive(), ...said }), z.strictObject({ source: NewSource, ...said })])
  .meta({ id: 'NewEvidence', description: 'From a source that is here, or from a new one. Never confidential.' })

const EvidenceChange = z.strictObject(said).partial().meta({
  id: 'EvidenceChange',
  description: 'What is left out stays; null takes it away. The source never changes.',
})

const Withdrawal = z
  .strictObject({ reason: z.string().max(1_000).meta({ description: 'Why: colleagues will ask.' }) })
  .meta({ id: 'Withdrawal' })

const pointer = (field: string) =>
  field === 'source' ? '/source_id' : field in sourceFields ? `/source${usualPointer(field)}` : usualPointer(field)

function wantedOf(body: z.output<typeof NewEvidence>) {
  if ('source_id' in body) {
    const { source_id: source, ...text } = body
    return throughForm(FromChosen, { ...text, source })
  }
  const { source, passage, ...text } = body
  const { archived_url: archivedUrl, published_on: publishedOn, ...known } = source
  return throughForm(FromNew, { ...known, archivedUrl, publishedOn, ...text, passage: passage ?? '', source: 'new' })
}

export const evidenceWriting = [
  writing({
    id: 'addEvidence',
    action: 'evidence.add',
    method: 'post',
    path: '/claims/{id}/evidence',
    tag: 'Evidence',
    summary: 'Add evidence to a claim',
    scope: 'evidence:write',
    problems: ['conflict'],
    body: NewEvidence,
    answer: EvidenceShape,
    makes: 'evidence',
    example: {
      body: {
        source: { title: 'Harbour log', url: 'https://log.example/2025', kind: 'record', primary: true },
        stance: 'supports',
        passage: 'Gates shut at six.',
      },
    },
    pointer,
    act: async (tx, { bearer }, { id, body }) => {
      const attached = await attachEvidenceIn(tx, bearer.person, { claimId: id, ...wantedOf(body) })
      return attached.evidence
    },
  }),
  writing({
    id: 'changeEvidence',
    action: 'evidence.edit',
    method: 'patch',
    changes: true,
    path: '/evidence/{id}',
    tag: 'Evidence',
    summary: 'Change what is said of a piece of evidence',
    scope: 'evidence:write',
    problems: ['conflict'],
    body: EvidenceChange,
    answer: EvidenceShape,
    makes: 'evidence',
    example: { body: { locator: 'p. 12' } },
    act: async (tx, { bearer }, { id, body }) => {
      const { item } = await readEvidence(tx, bearer.person, id)
      const edit = throughForm(EditedEvidence, { ...evidenceValues(item), ...body })
      await editEvidenceIn(tx, bearer.person, { id, ...edit })
      return id
    },
  }),
  writing({
    id: 'withdrawEvidence',
    action: 'evidence.edit',
    method: 'post',
    changes: true,
    path: '/evidence/{id}/withdrawal',
    tag: 'Evidence',
    summary: 'Withdraw a piece of evidence',
    description:
      'It counts no more, and stays readable with the reason. It cannot be taken back: add it again instead.',
    scope: 'evidence:write',
    problems: ['conflict'],
    body: Withdrawal,
    answer: EvidenceShape,
    makes: 'evidence',
    example: { body: { reason: 'The log is of another year.' } },
    act: async (tx, { bearer }, { id, body }) => {
      await withdrawEvidenceIn(tx, bearer.person, { id, ...throughForm(WithdrawnEvidence, body) })
      return id
    },
  }),
]
