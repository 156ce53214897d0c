import type { z } from 'zod'
import type { Conn, Tx } from '../../db/conn.ts'
import type { ApiNoun, Scope } from '../../db/schema/index.ts'
import type { Bearer } from '../tokens/token.ts'
import type { World } from '../world.ts'
import type { ProblemKind } from './problems.ts'

/** Who asks, and what is needed to answer. `origin` is the address of this server, without a slash at its end. */
export type Asking = { world: World; bearer: Bearer; conn: Conn; origin: string }

type Described = {
  /** What programs made from the document call it. */
  id: string
  /** Below /api/v1; `{id}` is the id of a row. */
  path: string
  tag: Tag
  summary: string
  description?: string
  /** The scope that it takes; null: any token will do. */
  scope: Scope | null
  /** How many requests it counts as; 1 when not said. */
  cost?: number
  /** What the page shows of how it is asked for: the end of the address, and the body. */
  example?: { query?: string; body?: Record<string, unknown> }
  /** What may go wrong, besides what may always. */
  problems?: readonly ProblemKind[]
}

export const tags = ['Articles', 'Claims', 'Evidence', 'Decisions', 'Search', 'Your token'] as const
type Tag = (typeof tags)[number]

type Query = z.ZodObject
type Fill<S extends z.ZodType> = { id: number; query: z.output<S> }

/** Something that programs read. */
export type Reading = Described & {
  method: 'get'
  query?: Query
  answer: z.ZodType
  /** Throws NotFound, and ApiRefusal for a query that cannot be read. */
  read: (asking: Asking, input: Fill<Query>) => Promise<unknown>
}

/** Something that programs make or change: it all happens in one transaction, together with its receipt. */
export type Writing = Described & {
  scope: Scope
  /** What the person needs to be allowed. */
  action: 'article.add' | 'article.edit' | 'claim.add' | 'claim.edit' | 'evidence.add' | 'evidence.edit'
  method: 'post' | 'patch'
  /** Whether it changes what is there: then it takes If-Match. All others make something. */
  changes?: true
  body: z.ZodType
  /** What the answer holds when it is done. */
  answer: z.ZodType
  makes: ApiNoun
  /** Where, in the body, what a form calls by that name stands. */
  pointer?: (field: string) => string
  act: (tx: Tx, asking: Omit<Asking, 'conn'>, input: { id: number; body: unknown }) => Promise<number>
}

/** Something that the API names only to say that people do it. */
export type Refusing = Described & { method: 'post'; refuses: string }

export type Operation = Reading | Writing | Refusing

/** Whether it changes what is there, and not only adds to it. */
export const isChange = (operation: Operation): boolean => 'changes' in operation && operation.changes === true

type TypedReading<Q extends Query, A extends z.ZodType> = Omit<Reading, 'method' | 'query' | 'answer' | 'read'> & {
  query?: Q
  answer: A
  read: (asking: Asking, input: Fill<Q>) => Promise<z.input<A>>
}

/** Describes a reading; what it answers is checked against its schema by the compiler, and by the tests. */
export const reading = <Q extends Query, A extends z.ZodType>(described: TypedReading<Q, A>): Reading => ({
  ...described,
  method: 'get',
  // Serving has put the query through that very schema.
  read: described.read as Reading['read'],
})

type TypedWriting<B extends z.ZodType> = Omit<Writing, 'body' | 'act'> & {
  body: B
  act: (tx: Tx, asking: Omit<Asking, 'conn'>, input: { id: number; body: z.output<B> }) => Promise<number>
}

/** Describes a writing. */
export const writing = <B extends z.ZodType>(described: TypedWriting<B>): Writing => ({
  ...described,
  // Serving has put the body through that very schema.
  act: described.act as Writing['act'],
})
