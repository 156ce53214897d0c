import { z } from 'zod'
import type { CorrectionItem } from '../../corrections/correction.ts'
import { correctionKinds } from '../../corrections/words.ts'
import type { ListedDecision } from '../../verdicts/decided.ts'
import { bases } from '../../verdicts/words.ts'
import { instant, page, rowId } from './parts.ts'

export const DecisionShape = z
  .strictObject({
    id: rowId,
    number: z.int().positive().meta({ description: 'Counts the decisions of the claim.' }),
    page,
    claim_id: rowId,
    rating: z.strictObject({
      key: z.string(),
      label: z.string(),
      definition: z.string(),
      scale: z.string(),
      value: z
        .int()
        .nullable()
        .meta({ description: 'From 5 (true) to 1 (false); null for what lies beside that axis.' }),
    }),
    rationale: z.string(),
    explanation: z.string().nullable().meta({ description: 'Markdown.' }),
    basis: z.enum(bases).meta({ description: 'One checker, agreed by two, or settled between two.' }),
    checker: z.string(),
    reviewer: z.string().nullable(),
    decided_at: instant,
    in_force: z.boolean().meta({ description: 'False once another decision, or none, stands in its place.' }),
    published: z.boolean(),
  })
  .meta({ id: 'Decision', description: 'What the newsroom has decided about a claim.' })

/** A decision as programs read it. */
export const decisionOf = (decision: ListedDecision, origin: string): z.input<typeof DecisionShape> => ({
  id: decision.id,
  number: decision.number,
  page: `${origin}/claims/${decision.claimId}`,
  claim_id: decision.claimId,
  rating: decision.rating,
  rationale: decision.rationale,
  explanation: decision.explanation,
  basis: decision.basis,
  checker: decision.checker,
  reviewer: decision.reviewer,
  decided_at: decision.createdAt,
  in_force: decision.inForce,
  published: decision.published,
})

const Said = z.strictObject({ decision_number: z.int().positive(), rating: z.string(), rationale: z.string() })

export const CorrectionShape = z
  .strictObject({
    id: rowId,
    number: z.int().positive(),
    kind: z.enum(correctionKinds),
    note: z.string(),
    corrected_at: instant,
    before: Said,
    after: Said.nullable().meta({ description: 'Null after a withdrawal.' }),
  })
  .meta({ id: 'Correction', description: 'A change of a published decision.' })

/** A correction as programs read it. */
export const correctionOf = (correction: CorrectionItem): z.input<typeof CorrectionShape> => ({
  id: correction.id,
  number: correction.number,
  kind: correction.kind,
  note: correction.note,
  corrected_at: correction.createdAt,
  before: saidOf(correction.before),
  after: correction.after && saidOf(correction.after),
})

const saidOf = ({ number, rating, rationale }: CorrectionItem['before']) => ({
  decision_number: number,
  rating: rating.label,
  rationale,
})
