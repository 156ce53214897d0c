import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { WatchSettingPage } from '../../views/watching/watch-setting-page.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { can, permit } from '../accounts/permissions.ts'
import { choice } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { readWatching, switchWatching } from './setting.ts'

const Switch = z.strictObject({
  watching: choice(['on', 'off'], 'Choose on or off.'),
  hours: choice(['6', '24', '72', '168'], 'Choose how often.'),
})

/** Whether sources may be watched in this newsroom: read by everyone, changed by admins. */
export function watchSettingRoutes(world: World): Router {
  const router = Router()

  router.get('/settings/watching', async (req, res) => send(res, await page(world, req, res)))

  router.post('/settings/watching', (req, res) => {
    permit(req.person, 'watching.change')
    return submit(req, res, {
      schema: Switch,
      act: async ({ watching, hours }) => {
        const isOn = watching === 'on'
        await switchWatching(world.db, req.person, { isOn, everyHours: Number(hours) })
        see(res, '/settings/watching', isOn ? 'Sources can be watched.' : 'No source is looked at any more.')
      },
      again: (typed) => page(world, req, res, typed),
    })
  })
  return router
}

const page = async ({ db }: World, req: Request, res: Response, typed?: Typed) =>
  WatchSettingPage({
    shell: shell(req, res),
    setting: await readWatching(db.reader),
    mayChange: can(req.person, 'watching.change'),
    typed,
  })
