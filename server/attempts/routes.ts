import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { AttemptForm, AttemptPage, EraseAttempt, WithdrawAttempt } from '../../views/attempts/attempt-form.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { type ClaimRecord, readClaim } from '../claims/claim.ts'
import { Nothing, text, version } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { type Attempt, attemptValues, logAttempt, readAttempt } from './attempt.ts'
import { editAttempt, eraseAttempt, withdrawAttempt } from './change.ts'
import { attemptFields } from './fields.ts'
import { attemptStart } from './start.ts'

const NewForm = z.strictObject(attemptFields)
const EditForm = z.strictObject({ ...attemptFields, version: version() })
const WithdrawForm = z.strictObject({ reason: text('Say why it is withdrawn: colleagues will ask.', 1_000) })

type Asked = { req: Request; res: Response }

/** Noting whom we asked about a claim, and what came back. */
export function attemptRoutes(world: World): Router {
  const router = Router()
  router.use(newRoutes(world), editRoutes(world), withdrawalRoutes(world), erasureRoutes(world))
  return router
}

function newRoutes({ db }: World): Router {
  const router = Router()

  router.get('/claims/:id/attempts/new', async (req, res) => {
    permit(req.person, 'attempt.add')
    const claim = await readClaim(db.reader, idParam(req, 'claim'))
    const purpose = query(req).purpose === 'correction' ? 'correction' : 'reply'
    send(res, newForm({ req, res }, claim, fresh(attemptStart(claim, purpose, db.clock.now()))))
  })

  router.post('/claims/:id/attempts', async (req, res) => {
    permit(req.person, 'attempt.add')
    const claim = await readClaim(db.reader, idParam(req, 'claim'))
    await submit(req, res, {
      schema: NewForm,
      act: async (input) => {
        const attempt = await logAttempt(db, req.person, { ...input, claimId: claim.id })
        see(res, `/claims/${claim.id}#attempt-${attempt}`, 'Noted.')
      },
      again: (typed) => newForm({ req, res }, claim, typed),
    })
  })

  const newForm = ({ req, res }: Asked, claim: ClaimRecord, typed: Typed) => {
    const form = AttemptForm({ action: `/claims/${claim.id}/attempts`, claimId: claim.id, typed, send: 'Note it' })
    return AttemptPage({ shell: shell(req, res), claim, title: 'Note whom you asked', form })
  }

  return router
}

function editRoutes({ db }: World): Router {
  const router = Router()

  router.get('/attempts/:id/edit', async (req, res) => {
    permit(req.person, 'attempt.edit')
    const attempt = await readAttempt(db.reader, idParam(req, 'attempt'))
    send(res, await editForm({ req, res }, attempt, fresh(attemptValues(attempt))))
  })

  router.post('/attempts/:id', async (req, res) => {
    permit(req.person, 'attempt.edit')
    const attempt = await readAttempt(db.reader, idParam(req, 'attempt'))
    await submit(req, res, {
      schema: EditForm,
      act: async (input) => {
        await editAttempt(db, req.person, { ...input, id: attempt.id })
        see(res, `/claims/${attempt.claimId}#attempt-${attempt.id}`, 'Saved.')
      },
      again: (typed) => editForm({ req, res }, attempt, typed),
    })
  })

  async function editForm({ req, res }: Asked, { id, claimId }: Attempt, typed: Typed) {
    const claim = await readClaim(db.reader, claimId)
    const form = AttemptForm({ action: `/attempts/${id}`, claimId, typed, send: 'Save' })
    return AttemptPage({ shell: shell(req, res), claim, title: 'Edit an entry', form })
  }

  return router
}

function withdrawalRoutes({ db }: World): Router {
  const router = Router()

  router.get('/attempts/:id/withdrawal', async (req, res) => {
    permit(req.person, 'attempt.edit')
    const attempt = await readAttempt(db.reader, idParam(req, 'attempt'))
    send(res, await withdrawForm({ req, res }, attempt, fresh()))
  })

  router.post('/attempts/:id/withdrawal', async (req, res) => {
    permit(req.person, 'attempt.edit')
    const attempt = await readAttempt(db.reader, idParam(req, 'attempt'))
    await submit(req, res, {
      schema: WithdrawForm,
      act: async ({ reason }) => {
        await withdrawAttempt(db, req.person, { id: attempt.id, reason })
        see(res, `/claims/${attempt.claimId}#attempts-${attempt.claimId}`, 'Withdrawn. It stays readable at the end.')
      },
      again: (typed) => withdrawForm({ req, res }, attempt, typed),
    })
  })

  async function withdrawForm({ req, res }: Asked, attempt: Attempt, typed: Typed) {
    const claim = await readClaim(db.reader, attempt.claimId)
    const form = WithdrawAttempt({ attempt, typed })
    return AttemptPage({ shell: shell(req, res), claim, title: 'Withdraw an entry', form })
  }

  return router
}

function erasureRoutes({ db }: World): Router {
  const router = Router()

  router.get('/attempts/:id/erasure', async (req, res) => {
    const attempt = await erasable(req)
    send(res, await eraseForm({ req, res }, attempt, fresh()))
  })

  router.post('/attempts/:id/erasure', async (req, res) => {
    const attempt = await erasable(req)
    await submit(req, res, {
      schema: Nothing,
      act: async () => {
        await eraseAttempt(db, req.person, attempt.id)
        see(res, `/claims/${attempt.claimId}#attempts-${attempt.claimId}`, 'The text is erased.')
      },
      again: (typed) => eraseForm({ req, res }, attempt, typed),
    })
  })

  async function erasable(req: Request): Promise<Attempt> {
    const attempt = await readAttempt(db.reader, idParam(req, 'attempt'))
    permit(req.person, 'attempt.erase', { authorId: attempt.addedBy.id })
    return attempt
  }

  async function eraseForm({ req, res }: Asked, attempt: Attempt, typed: Typed) {
    const claim = await readClaim(db.reader, attempt.claimId)
    const form = EraseAttempt({ attempt, typed })
    return AttemptPage({ shell: shell(req, res), claim, title: 'Erase the text of an entry', form })
  }

  return router
}
