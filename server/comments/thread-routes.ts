import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ThreadBlock } from '../../views/comments/thread-block.ts'
import type { Html } from '../../views/html.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import type { World } from '../world.ts'
import { answerThread, eraseComment, threadOfComment } from './comment.ts'
import { body, discussionPage } from './discussion-routes.ts'
import { readThread, resolveThread } from './thread.ts'
import { toldOf } from './words.ts'

const AnswerForm = z.strictObject({ body })

/** What is done to a thread and to its comments; each comes back as the thread, or leads to its claim. */
export function threadRoutes({ db }: World): Router {
  const router = Router()

  router.post('/threads/:id/comments', (req, res) => {
    const threadId = idParam(req, 'discussion')
    return submit(req, res, {
      schema: AnswerForm,
      act: async (input) => {
        const said = await answerThread(db, req.person, threadId, input.body)
        if (isPartial(req)) return block(req, res, { threadId, untold: said.untold })
        see(res, `/claims/${said.claimId}#comment-${said.commentId}`, toldOf(said))
      },
      again: (typed) => again(req, res, { threadId, typed }),
    })
  })

  router.post('/threads/:id/resolution', (req, res) => turn(req, res, true))
  router.post('/threads/:id/reopening', (req, res) => turn(req, res, false))

  router.post('/comments/:id/erasure', (req, res) => {
    const id = idParam(req, 'comment')
    return submit(req, res, {
      schema: Nothing,
      act: async () => {
        const { threadId, claimId } = await eraseComment(db, req.person, id)
        if (isPartial(req)) return block(req, res, { threadId })
        see(res, `/claims/${claimId}#comment-${id}`, 'The text is erased.')
      },
      again: async (typed) => again(req, res, { threadId: await threadOfComment(db.reader, id), typed }),
    })
  })

  function turn(req: Request, res: Response, resolved: boolean): Promise<void> {
    const threadId = idParam(req, 'discussion')
    return submit(req, res, {
      schema: Nothing,
      act: async () => {
        await resolveThread(db, req.person, threadId, resolved)
        if (isPartial(req)) return block(req, res, { threadId })
        const { claimId } = await readThread(db.reader, req.person, threadId)
        see(res, `/claims/${claimId}#thread-${threadId}`, resolved ? 'Resolved.' : 'The discussion is open again.')
      },
      again: (typed) => again(req, res, { threadId, typed }),
    })
  }

  async function block(req: Request, res: Response, { threadId, untold = [] }: Done): Promise<void> {
    const thread = await readThread(db.reader, req.person, threadId)
    send(res, ThreadBlock({ thread, person: req.person, done: { untold } }))
  }

  async function again(req: Request, res: Response, { threadId, typed }: Refused): Promise<Html> {
    const thread = await readThread(db.reader, req.person, threadId)
    if (isPartial(req)) return ThreadBlock({ thread, person: req.person, typed })
    return discussionPage(db, { req, res, place: { claimId: thread.claimId }, sent: { threadId, typed } })
  }

  return router
}

type Done = { threadId: number; untold?: string[] }
type Refused = { threadId: number; typed: Typed }
