import { z } from 'zod'

export const rowId = z.int().positive()
export const instant = z.iso.datetime().meta({ description: 'An instant, ISO 8601 in UTC.' })
export const someDate = z.string().meta({
  description: 'A date whose day or month may be unknown: 2025, 2025-04 or 2025-04-23.',
})
export const page = z.url().meta({ description: 'The page for people.' })
export const Person = z.strictObject({ id: rowId, name: z.string() }).meta({ id: 'Person' })

/** A shape with a name, or null: of `nullable` the document would make something that no null fits. */
export const orNull = <S extends z.ZodType>(shape: S) => z.union([shape, z.null()])

/** A page of a list: where to go on is an address, null at the end. */
export const listOf = <S extends z.ZodType>(item: S) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'The address of the next page, null on the last one.' }),
  })
