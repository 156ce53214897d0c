import { z } from 'zod'
import { canonicalLanguage } from '../articles/languages.ts'
import { choice, line, optionalLine, ticked, version, webAddress } from '../http/fields.ts'
import type { Column } from './columns.ts'
import { type KnownRating, type Plan, proposePlan, reviewPlan } from './plan.ts'
import { columnFields, dateOrders, importTargets, ratingLabels } from './words.ts'

/** The form that a file is sent with; `problem` is what is wrong with it. */
export const FileForm = (problem: string | undefined) =>
  z.strictObject({
    file: z
      .string()
      .default('')
      .superRefine((_name, context) => {
        if (problem) context.addIssue({ code: 'custom', message: problem })
      }),
    /** For the other button of the form. */
    address: z.string().max(2_000).default(''),
  })

const language = () =>
  line('Say in which language the file is, such as en.', 35).refine(
    (tag) => canonicalLanguage(tag) !== undefined,
    'Write the tag of the language, such as en, de or uk.',
  )

/** The form of how a file is read: `c0` … are what its columns hold, `o0` … their orders of dates, `r0` … what its labels mean. */
export function PlanForm({ columns, plan }: { columns: readonly Column[]; plan: Plan }) {
  const labels = ratingLabels(columns, plan.fields) ?? []
  const some = <T extends z.ZodType>(letter: string, count: number, one: T) =>
    Object.fromEntries(Array.from({ length: count }, (_unused, at) => [letter + at, one]))
  const field = choice(['', ...columnFields], 'Choose what the column holds.')
  const order = choice(['', ...dateOrders], 'Choose what comes first.').default('')
  const meaning = z.string().max(20).default('')
  return z.strictObject({
    target: choice(importTargets, 'Choose what the rows are.'),
    publisher: optionalLine(200),
    language: language(),
    leaveOut: ticked(),
    version: version(),
    ...some('c', columns.length, field),
    ...some('o', columns.length, order),
    ...some('r', labels.length, meaning),
  })
}

/** The form that a page or a feed is fetched with. */
export const AddressForm = z.looseObject({
  address: webAddress().refine((address) => address !== null, 'Give the address of the page, starting with https://.'),
})

/** The form of how checks are read that are marked up in a file. */
export const ReviewForm = z.strictObject({
  version: version(),
  publisher: optionalLine(200),
  language: language(),
  leaveOut: ticked(),
})

/** The form of how one of our own files is read. */
export const OwnForm = z.strictObject({ version: version(), guarded: ticked(), leaveOut: ticked() })

/** The plan that such a form tells of. */
export const reviewPlanOf = ({ publisher, language: tag, leaveOut }: z.output<typeof ReviewForm>, { address }: Plan) =>
  reviewPlan({
    publisher: publisher ?? '',
    language: canonicalLanguage(tag) ?? 'en',
    leaveOut,
    ...(address !== undefined && { address }),
  })

type Typed = z.output<ReturnType<typeof PlanForm>>

/** The plan that the form tells of. What it does not ask, since another column holds the ratings now, is proposed anew. */
export function planOf(
  input: Typed,
  { columns, plan }: { columns: readonly Column[]; plan: Plan },
  ratings: readonly KnownRating[],
): Plan {
  // The schema is made of these fields, each of them text.
  const values = input as unknown as Record<string, string | undefined>
  const text = (name: string) => values[name] ?? ''
  const target = input.target
  const allowed = new Set(target === 'claims' ? ratings.map(({ id }) => String(id)) : ['1', '2', '3', '4', '5'])
  const shown = target === plan.target ? (ratingLabels(columns, plan.fields) ?? []) : []
  const chosen = shown.map(([label], at): [string, string] => [
    label,
    allowed.has(text(`r${at}`)) ? text(`r${at}`) : '',
  ])
  const typed: Plan = {
    target,
    // The form lets nothing else through.
    fields: columns.map((_column, at) => text(`c${at}`) as Plan['fields'][number]),
    orders: columns.map((_column, at) => text(`o${at}`) as Plan['orders'][number]),
    ratings: Object.fromEntries(chosen),
    publisher: input.publisher ?? '',
    language: canonicalLanguage(input.language) ?? 'en',
    leaveOut: input.leaveOut,
  }
  return { ...proposePlan(columns, typed, ratings), leaveOut: input.leaveOut }
}
