import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Conn } from '../../db/conn.ts'
import { NewThread } from '../../views/comments/comment-form.ts'
import { DiscussionPage } from '../../views/comments/discussion-page.ts'
import { DiscussionPanel, type Sent } from '../../views/comments/discussion-panel.ts'
import { OpenedThread } from '../../views/comments/thread-block.ts'
import type { Html } from '../../views/html.ts'
import { readClaim } from '../claims/claim.ts'
import { missing } from '../errors.ts'
import { optionalId, text } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { openThread } from './comment.ts'
import { type Place, isApart, readSpot } from './spot.ts'
import { readThread, threadsOf } from './thread.ts'
import { longestComment, toldOf } from './words.ts'

const gone = 'This is not on the claim. Load the page again.'

export const body = text('Write something first.', longestComment)

const ThreadForm = z.strictObject({ body, evidence: optionalId(gone), verdict: optionalId(gone) })

/** What is discussed about a claim or a part of it, and new threads. */
export function discussionRoutes({ db }: World): Router {
  const router = Router()

  router.get('/claims/:id/discussion', async (req, res) => {
    send(res, await discussionPage(db, { req, res, place: placeOf(idParam(req, 'claim'), query(req)) }))
  })

  router.post('/claims/:id/threads', (req, res) => {
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: ThreadForm,
      act: async (input) => {
        const place = placeOf(claimId, { evidence: input.evidence, verdict: input.verdict })
        const said = await openThread(db, req.person, place, input.body)
        if (!isPartial(req)) return see(res, `/claims/${claimId}#comment-${said.commentId}`, toldOf(said))
        const thread = await readThread(db.reader, req.person, said.threadId)
        const { about } = await aboutOf(db.reader, req, place)
        send(res, OpenedThread({ thread, person: req.person, about, untold: said.untold }))
      },
      again: async (typed) => {
        const { evidence, verdict } = typed.values
        const place = placeOf(claimId, { evidence, verdict })
        if (!isPartial(req)) return discussionPage(db, { req, res, place, sent: { typed } })
        return NewThread({ about: (await aboutOf(db.reader, req, place)).about, typed })
      },
    })
  })

  return router
}

type Asked = { req: Request; res: Response; place: Place; sent?: Sent }

/** The page of a discussion, with a form in it that was not taken. Throws NotFound for a place that the person may not see. */
export async function discussionPage({ reader }: { reader: Conn }, { req, res, place, sent }: Asked): Promise<Html> {
  const claim = await readClaim(reader, place.claimId)
  const { about, title } = await aboutOf(reader, req, place)
  const threads = (await threadsOf(reader, req.person, claim.id)).filter(
    ({ evidence, verdict }) =>
      (!about.evidence || evidence?.id === about.evidence.id) && (!about.verdict || verdict?.id === about.verdict.id),
  )
  const panel = DiscussionPanel({ about, threads, person: req.person, sent })
  return DiscussionPage({ shell: shell(req, res), claim, source: title, verdict: about.verdict, panel })
}

async function aboutOf(conn: Conn, { person }: Request, place: Place) {
  const spot = await readSpot(conn, person, place)
  const { evidence, verdict, source } = spot
  return { about: { claimId: place.claimId, evidence, verdict, apart: isApart(person, spot) }, title: source?.title }
}

type Ids = Partial<Record<'evidence' | 'verdict', string | string[] | number | null | undefined>>

// A part that is none is a page that is not there.
function placeOf(claimId: number, { evidence, verdict }: Ids): Place {
  const idOf = (value: Ids[keyof Ids], noun: string) => (value ? (readId(String(value)) ?? missing(noun)) : undefined)
  const [evidenceId, verdictId] = [idOf(evidence, 'evidence'), idOf(verdict, 'verdict')]
  return { claimId, ...(evidenceId && { evidenceId }), ...(!evidenceId && verdictId && { verdictId }) }
}
