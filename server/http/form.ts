import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Html } from '../../views/html.ts'
import type { Typed, Values } from '../../views/parts/typed.ts'
import { BadInput, Conflict, StorageBusy, TooMany, isDiskFull } from '../errors.ts'
import { send } from './reply.ts'

type Form<S extends z.ZodType> = {
  schema: S
  /** Does the one intention and answers. */
  act: (input: z.output<S>) => Promise<void>
  /** The page or fragment with the form in it again, holding what was typed. */
  again: (typed: Typed) => Html | Promise<Html>
}

const signedInAgain = ({ person, resumedByOther }: Request) =>
  `You are signed in again, as ${person.name}${resumedByOther ? ', and this form was begun by somebody else: what you send is sent in your name' : ''}. Nothing that was typed is lost, and nothing has been saved yet: check it and send it now.`

/**
 * Reads a form, acts on it, and whatever stands in the way shows the form again with everything typed still in it: 422 for
 * bad input, 409 for a lost race, 429 for too many tries, 503 for a busy database, 507 for a full disk, 200 after signing in again.
 */
export async function submit<S extends z.ZodType>(req: Request, res: Response, form: Form<S>): Promise<void> {
  const values = typedValues(req)
  const again = async (status: number, rest: Omit<Typed, 'values'>) =>
    send(res, await form.again({ values, ...rest }), status)
  if (req.resumed) return again(200, { problems: {}, notice: signedInAgain(req) })
  const read = form.schema.safeParse(values)
  if (!read.success) return again(422, { problems: problemsOf(read.error) })
  try {
    await form.act(read.data)
  } catch (error) {
    const answer = answerTo(error)
    if (!answer || res.headersSent) throw error
    if (error instanceof TooMany) res.setHeader('Retry-After', error.seconds)
    await again(answer.status, answer)
  }
}

/** What was typed, by field, lines ended by LF. */
export function typedValues(req: Request): Values {
  const body: Record<string, unknown> = req.body ?? {}
  const lines = (text: unknown) => String(text).replaceAll(/\r\n?/g, '\n')
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.map(lines) : lines(value)]),
  )
}

function problemsOf(error: z.ZodError): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const issue of error.issues) problems[String(issue.path[0] ?? '')] ??= issue.message
  return problems
}

type Answer = { status: number; problems: Record<string, string>; theirs?: Values; notice?: string }

function answerTo(error: unknown): Answer | undefined {
  if (error instanceof BadInput) return { status: 422, problems: error.problems }
  if (error instanceof Conflict) return { status: 409, problems: { '': error.message }, theirs: error.theirs }
  if (error instanceof TooMany) return { status: 429, problems: { '': error.message } }
  if (error instanceof StorageBusy) return { status: 503, problems: { '': error.message } }
  if (isDiskFull(error))
    return { status: 507, problems: { '': 'The disk is full, so nothing was saved. What you typed is still here.' } }
  return undefined
}
