import { type Request, type Response, Router } from 'express'
import { FoundLine } from '../../views/finding/candidate-list.ts'
import { FindingAnswer, FindingProblem } from '../../views/finding/finding-answer.ts'
import type { Html } from '../../views/html.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { Beside, ReadingPage } from '../../views/reading/reading-page.ts'
import { permit } from '../accounts/permissions.ts'
import { focusOf, readReading } from '../articles/reading.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { acceptCandidate, setCandidateAside } from './decide.ts'
import { Decision } from './fields.ts'
import { learningRoutes } from './learning-routes.ts'
import { readFinding, takeBack } from './take-back.ts'
import { decidedWords } from '../../views/finding/candidate-panel.ts'

/** Decisions about the claims that the program proposes. */
export function findingRoutes(world: World): Router {
  const router = Router()
  const { db } = world
  router.use(learningRoutes(world))

  router.get('/articles/:id/found-line', async (req, res) => {
    const { article, candidates } = await readReading(db.reader, idParam(req, 'article'))
    send(res, FoundLine({ articleId: article.id, candidates, person: req.person }))
  })

  router.post('/articles/:id/findings', (req, res) => {
    const articleId = idParam(req, 'article')
    return submit(req, res, {
      schema: Decision,
      act: async ({ text: versionId, start, end, ...input }) => {
        const at = { articleId, versionId, start, end }
        const finding =
          input.decision === 'accepted'
            ? (await acceptCandidate(db, req.person, at)).finding
            : await setCandidateAside(db, req.person, { ...at, reason: input.reason })
        await answer(world, req, res, { articleId, place: `${end}-${end}`, finding })
      },
      again: (typed) => again(world, req, res, { articleId, typed }),
    })
  })

  router.post('/findings/:id/withdrawal', async (req, res) => {
    permit(req.person, 'claim.add')
    const { id, articleId, start, end } = await readFinding(db.reader, idParam(req, 'decision'))
    await submit(req, res, {
      schema: Nothing,
      act: async () => {
        await takeBack(db, req.person, id)
        await answer(world, req, res, { articleId, place: `${start}-${end}` })
      },
      again: (typed) => again(world, req, res, { articleId, typed }),
    })
  })
  return router
}

type Done = { articleId: number; place: string; finding?: number }

/** Goes on with the candidate at the place, or the next one after it. */
async function answer(world: World, req: Request, res: Response, { articleId, place, finding }: Done): Promise<void> {
  const reading = await readReading(world.db.reader, articleId)
  const done = finding === undefined ? undefined : reading.candidates.decided.find(({ id }) => id === finding)
  const focus = focusOf(reading, { candidate: place })
  if (isPartial(req)) return send(res, FindingAnswer({ beside: Beside({ person: req.person, reading, focus }), done }))
  const told = finding === undefined ? '' : `&done=${finding}`
  const next =
    focus.kind === 'candidate'
      ? `?candidate=${focus.candidate.key}${told}#candidate-${focus.candidate.key}`
      : `?candidate=${place}${told}#all-decided`
  see(res, `/articles/${articleId}${next}`, done ? decidedWords(done) : 'Taken back: it is proposed again.')
}

type Failed = { articleId: number; typed: Typed }

async function again(world: World, req: Request, res: Response, { articleId, typed }: Failed): Promise<Html> {
  const problem = typed.notice ?? Object.values(typed.problems).join(' ')
  const reading = await readReading(world.db.reader, articleId)
  const focus = focusOf(reading, { candidate: `${String(typed.values.start ?? 0)}-${String(typed.values.end ?? 0)}` })
  const shown = { person: req.person, reading, focus, problem }
  if (isPartial(req)) return FindingProblem({ beside: Beside({ ...shown, problem: undefined }), problem })
  return ReadingPage({ ...shown, shell: shell(req, res) })
}
