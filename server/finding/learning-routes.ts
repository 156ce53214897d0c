import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { LearningPage } from '../../views/finding/learning-page.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { can, permit } from '../accounts/permissions.ts'
import { Nothing, choice } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { fewestDecisions, fewestOfEach } from './learned.ts'
import { readLearning, resetLearning, switchLearning } from './learning.ts'

const Switch = z.strictObject({ learning: choice(['on', 'off'], 'Choose on or off.') })

/** How the newsroom's decisions rank what is proposed to it: read by everyone, changed by admins. */
export function learningRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/settings/learning', async (req, res) => send(res, await page(world, req, res)))

  router.post('/settings/learning', (req, res) => {
    permit(req.person, 'learning.change')
    return submit(req, res, {
      schema: Switch,
      act: async ({ learning }) => {
        await switchLearning(db, req.person, learning === 'on')
        const off = 'Learning is off: the scores are the model’s alone.'
        see(res, '/settings/learning', learning === 'on' ? 'Learning is on, for everybody from now on.' : off)
      },
      again: (typed) => page(world, req, res, typed),
    })
  })

  router.post('/settings/learning/reset', (req, res) => {
    permit(req.person, 'learning.change')
    return submit(req, res, {
      schema: Nothing,
      act: async () => {
        await resetLearning(db, req.person)
        see(res, '/settings/learning', 'Learning begins again: decisions count from now on.')
      },
      again: (typed) => page(world, req, res, typed),
    })
  })
  return router
}

const page = async ({ db }: World, req: Request, res: Response, typed?: Typed) =>
  LearningPage({
    shell: shell(req, res),
    learning: await readLearning(db.reader),
    fewest: { decisions: fewestDecisions, ofEach: fewestOfEach },
    mayChange: can(req.person, 'learning.change'),
    typed,
  })
