import { z } from 'zod'
import type { Tx } from '../../db/conn.ts'
import { readClaim } from '../claims/claim.ts'
import { editClaimIn } from '../claims/edit.ts'
import { claimValues } from '../claims/field-values.ts'
import { EditedClaim, NewClaimForm } from '../claims/fields.ts'
import { makeClaimIn } from '../claims/make.ts'
import { claimKinds } from '../claims/words.ts'
import { type Refusing, writing } from './operation.ts'
import { PlaceInText, findPlace } from './place.ts'
import { ClaimShape } from './shapes/claim.ts'
import { throughForm, usualPointer } from './through-form.ts'

const optional = (max: number) => z.string().max(max).nullable().optional()
const date = optional(40).meta({ description: 'A date: 2025, 2025-04 or 2025-04-23.' })

const details = {
  statement: z.string().max(1_000).meta({ description: 'The claim as one sentence that stands alone.' }),
  claimant: optional(200).meta({ description: 'Who made it, by name. Somebody who is not known yet is added.' }),
  claimant_role: optional(200),
  reported_by: optional(200).meta({ description: 'Who carried it, by name.' }),
  claimed_on: date,
  claimed_place: optional(300),
  kind: z.enum(claimKinds),
  tags: z.array(z.string().regex(/^[^,،、，;\n]{1,60}$/, 'A tag has up to 60 characters, and no comma.')).max(20),
  priority: z.int().min(1).max(3),
  assignee_id: z.int().positive().nullable().optional(),
  due_on: z.string().max(10).nullable().optional().meta({ description: 'A whole date, 2025-04-23.' }),
}

const NewClaim = z
  .strictObject({
    place: PlaceInText,
    ...details,
    tags: details.tags.default([]),
    priority: details.priority.default(2),
    state: z.enum(['open', 'candidate']).default('open'),
  })
  .meta({ id: 'NewClaim' })

const ClaimChange = z
  .strictObject(details)
  .partial()
  .meta({ id: 'ClaimChange', description: 'What is left out stays; null takes it away. Quote and place never change.' })

type Details = z.output<typeof ClaimChange>

// What is left out is not there at all, so that it takes nothing away from the values it is put over.
function typed({ claimant_role, reported_by, claimed_on, claimed_place, assignee_id, due_on, ...plain }: Details) {
  const named = {
    ...plain,
    claimantRole: claimant_role,
    reportedBy: reported_by,
    claimedOn: claimed_on,
    claimedPlace: claimed_place,
    assignee: assignee_id,
    dueOn: due_on,
  }
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
}

const pointer = (field: string) =>
  field === 'assignee' || field === 'assigneeId'
    ? '/assignee_id'
    : placeFields.has(field)
      ? '/place'
      : usualPointer(field)
const placeFields = new Set(['', 'article', 'text', 'start', 'end'])

export const claimWriting = [
  writing({
    id: 'addClaim',
    action: 'claim.add',
    method: 'post',
    path: '/articles/{id}/claims',
    tag: 'Claims',
    summary: 'Make a claim of words of an article',
    scope: 'claims:write',
    problems: ['conflict'],
    body: NewClaim,
    answer: ClaimShape,
    makes: 'claim',
    example: {
      body: {
        place: { quote: 'The harbour closed on Monday' },
        statement: 'Port Ellery’s harbour closed on Monday 5 May 2025.',
        kind: 'event',
        state: 'candidate',
      },
    },
    pointer,
    act: async (tx, { bearer }, { id: articleId, body: { place, state, ...body } }) => {
      const at = await findPlace(tx, articleId, place)
      const read = throughForm(NewClaimForm, { ...typed(body), article: articleId, ...at })
      const { article: _article, text: versionId, start, end, assignee, candidate: _candidate, ...said } = read
      const anchor = { articleId, versionId, quoteStart: start, quoteEnd: end }
      return makeClaimIn(tx, bearer.person, { ...anchor, ...said, assigneeId: assignee, state })
    },
  }),
  writing({
    id: 'changeClaim',
    action: 'claim.edit',
    method: 'patch',
    changes: true,
    path: '/claims/{id}',
    tag: 'Claims',
    summary: 'Change what is known about a claim',
    scope: 'claims:write',
    problems: ['conflict'],
    body: ClaimChange,
    answer: ClaimShape,
    makes: 'claim',
    example: { body: { tags: ['harbour'], due_on: '2025-05-20' } },
    pointer,
    act: async (tx, { bearer }, { id, body }) => {
      const { claim, values } = await valuesNow(tx, id, body)
      const { assignee, ...edit } = throughForm(EditedClaim, { ...values, ...typed(body) })
      await editClaimIn(tx, bearer.person, claim, { ...edit, assigneeId: assignee })
      return id
    },
  }),
]

// The role belongs to the claimant: another one does not take it over.
async function valuesNow(tx: Tx, id: number, { claimant }: Details) {
  const claim = await readClaim(tx, id)
  const values = claimValues(claim)
  const isAnother = claimant !== undefined && claimant !== (claim.claimant?.name ?? null)
  return { claim, values: isAnother ? { ...values, claimantRole: '' } : values }
}

/** What the API names only to say that people do it. */
export const claimRefusing: Refusing[] = [
  {
    id: 'giveVerdict',
    method: 'post',
    path: '/claims/{id}/verdicts',
    tag: 'Decisions',
    summary: 'Not for programs: verdicts are given by people',
    description: 'Always refused. A verdict is one person’s finding, given in the browser and answered for by name.',
    scope: null,
    problems: ['people-only'],
    refuses:
      'Verdicts are given by people, signed in with a browser. A program can add the claim and its evidence; open the page of the claim to judge it.',
  },
]
