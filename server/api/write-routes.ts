import { hash } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Tx } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import { permit } from '../accounts/permissions.ts'
import { ApiRefusal, BadInput, Conflict } from '../errors.ts'
import { entityOf, isNamed, sendEntity } from '../http/entity.ts'
import { idParam } from '../http/params.ts'
import { ownOrigin } from '../http/security.ts'
import type { World } from '../world.ts'
import { apiBase } from './cursor.ts'
import { faultsOf } from './faults.ts'
import { type Writing, isChange } from './operation.ts'
import { type Done, type Repeatable, once } from './receipt.ts'
import { readResource, resourcePath } from './resource.ts'
import { asRefusal } from './through-form.ts'

/** Does what a request asks for, at most once for its Idempotency-Key, and answers what it made or changed. */
export async function change(world: World, operation: Writing, req: Request, res: Response): Promise<void> {
  const { person } = req.bearer
  permit(person, operation.action)
  const body = checkedBody(operation, req)
  const id = operation.path.includes('{id}') ? idParam(req, 'thing') : 0
  const origin = ownOrigin(req, world.config)
  const asking = { world, bearer: req.bearer, origin }
  const act = async (tx: Tx): Promise<Done> => {
    if (isChange(operation)) await refuseChanged(tx, operation, req, { id, origin })
    const rowId = await operation.act(tx, asking, { id, body })
    return { status: isChange(operation) ? 200 : 201, noun: operation.makes, rowId }
  }
  const request = repeatable(req)
  const { again, ...done } = await write(world.db, (tx) =>
    once(tx, request, () => inItsWords(operation, () => act(tx))),
  )
  if (again) res.setHeader('Idempotent-Replayed', 'true')
  if (done.status === 201) res.setHeader('Location', `${origin}${apiBase}${resourcePath(done.noun, done.rowId)}`)
  const made = await readResource(world.db.reader, done.noun, { person, id: done.rowId, origin })
  sendEntity(req, res, entityOf(made), done.status)
}

function checkedBody({ body: schema }: Writing, req: Request): unknown {
  const read: z.ZodSafeParseResult<unknown> = schema.safeParse(req.body)
  if (read.success) return read.data
  const detail = 'Something in the body is not as it has to be, so nothing was saved.'
  throw new ApiRefusal('invalid', detail, { errors: faultsOf(read.error, 'pointer') })
}

type Target = { id: number; origin: string }

// Compared in the transaction of the change, so that nobody comes between.
async function refuseChanged(tx: Tx, { makes }: Writing, req: Request, { id, origin }: Target): Promise<void> {
  const { person } = req.bearer
  const { etag } = entityOf(await readResource(tx, makes, { person, id, origin }))
  const asked = req.get('If-Match')
  if (asked === undefined)
    throw new ApiRefusal('precondition-required', 'Send If-Match with the ETag that you have read.')
  if (!isNamed(asked, etag))
    throw new ApiRefusal('changed', 'It was changed since you read it, so nothing was saved.', { etag })
}

function repeatable(req: Request): Repeatable | undefined {
  const key = req.get('Idempotency-Key')
  if (key === undefined) return undefined
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new ApiRefusal('not-understood', 'An Idempotency-Key has 1 to 255 visible characters of ASCII.')
  const said = [req.method, req.originalUrl, req.get('If-Match') ?? '', ''].join('\n')
  const requestHash = hash('sha256', Buffer.concat([Buffer.from(said), req.sent ?? Buffer.alloc(0)]), 'hex')
  return { personId: req.bearer.person.id, key, requestHash }
}

// What the rules say about the fields of a form, said about the body.
async function inItsWords({ pointer }: Writing, act: () => Promise<Done>): Promise<Done> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof BadInput) throw asRefusal(error, pointer)
    if (error instanceof Conflict && error.theirs.claim)
      throw new ApiRefusal('conflict', error.message, { existing: `${apiBase}/claims/${error.theirs.claim}` })
    throw error
  }
}
