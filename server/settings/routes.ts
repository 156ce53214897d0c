import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { Policies } from '../../views/readiness/policy-form.ts'
import { CopyRoom } from '../../views/settings/copy-room.ts'
import { PublicPagesSetting } from '../../views/settings/public-pages.ts'
import { SettingsPage } from '../../views/settings/settings.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { can } from '../accounts/permissions.ts'
import { choice, incomplete, line, optionalText, ticked, version, wholeNumber } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { changeLevels, readLevels, stampOf } from '../readiness/policy.ts'
import { policyLevels } from '../readiness/words.ts'
import { listRatings } from '../verdicts/rating.ts'
import type { World } from '../world.ts'
import { changePublicPages, publicPagesValues, readPublicPages } from './public-pages.ts'
import { changeCopyQuota, changeSettings, readCopyQuota, readSettings, scaleInForce } from './setting.ts'
import { decidings } from './words.ts'

const Edit = z.strictObject({
  newsroom: line('Write the name of your newsroom.', 100),
  deciding: choice(decidings, 'Choose who decides.'),
  version: version(),
})

const Room = z.strictObject({
  gigabytes: wholeNumber({ least: 1, most: 10_000 }),
  version: version(),
})

const Public = z.strictObject({ showNames: ticked(), method: optionalText(10_000), version: version() })

const level = choice(policyLevels, 'Choose off, a warning or a bar.')
const Rules = z.strictObject({
  evidence: level,
  weight: level,
  both_sides: level,
  claimant_asked: level,
  passages: level,
  stamp: line(incomplete, 100),
})

/** The newsroom's settings: read by everyone, changed by admins. */
export function settingRoutes(world: World): Router {
  const router = Router()

  router.get('/settings', async (req, res) => send(res, await page(world, req, res)()))

  router.post('/settings', async (req, res) => {
    const act = async (input: z.output<typeof Edit>) => {
      await changeSettings(world.db, req.person, input)
      see(res, '/settings', 'The settings are saved.')
    }
    await submit(req, res, { schema: Edit, act, again: (typed) => page(world, req, res)({ typed }) })
  })

  router.post('/settings/copies', async (req, res) => {
    const act = async (input: z.output<typeof Room>) => {
      await changeCopyQuota(world.db, req.person, input)
      see(res, '/settings#copies', 'The room for copies is saved.')
    }
    const again = (room: Typed) => page(world, req, res)({ room })
    await submit(req, res, { schema: Room, act, again })
  })

  router.post('/settings/public-pages', (req, res) => {
    const act = async (input: z.output<typeof Public>) => {
      await changePublicPages(world.db, req.person, input)
      see(res, '/settings#public-pages', 'Public pages are as you set them, from now on.')
    }
    return submit(req, res, { schema: Public, act, again: (readers) => page(world, req, res)({ readers }) })
  })

  router.post('/policies', (req, res) => {
    const act = async (input: z.output<typeof Rules>) => {
      await changeLevels(world.db, req.person, input)
      see(res, '/settings#policies', 'The rules are saved.')
    }
    return submit(req, res, { schema: Rules, act, again: (rules) => page(world, req, res)({ rules }) })
  })
  return router
}

function page(world: World, req: Request, res: Response) {
  return async ({
    typed,
    rules,
    room,
    readers,
  }: { typed?: Typed; rules?: Typed; room?: Typed; readers?: Typed } = {}) => {
    const levels = await readLevels(world.db.reader)
    const pages = await readPublicPages(world.db.reader)
    const mayEdit = can(req.person, 'policy.edit')
    return SettingsPage({
      shell: shell(req, res),
      settings: await readSettings(world.db.reader),
      ratings: await listRatings(world.db.reader, await scaleInForce(world.db.reader)),
      mayEdit: can(req.person, 'settings.edit'),
      copies: CopyRoom({
        quota: await readCopyQuota(world.db.reader),
        mayEdit: can(req.person, 'settings.edit'),
        typed: room,
      }),
      readers: PublicPagesSetting({
        pages,
        mayEdit: can(req.person, 'settings.edit'),
        typed: readers ?? fresh(publicPagesValues(pages)),
      }),
      policies: Policies({ levels, mayEdit, typed: rules ?? fresh({ ...levels, stamp: stampOf(levels) }) }),
      typed,
    })
  }
}
