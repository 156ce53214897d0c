import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { WatchPage } from '../../views/watching/watch-page.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { Nothing, incomplete, optionalId, text } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readSource } from '../sources/source.ts'
import type { World } from '../world.ts'
import { clearSourceFlag, sourceOfFlag } from './flag.ts'
import { watchSettingRoutes } from './setting-routes.ts'
import { endWatch, lookNow, watchSource, watchState } from './watch.ts'

const Clearing = z.strictObject({
  note: text('Write what you found, so that colleagues need not look again.', 500),
  claim: optionalId(incomplete),
})

/** Watching the addresses of sources, and what it found. */
export function watchingRoutes(world: World): Router {
  const router = Router()
  router.use(watchSettingRoutes(world), watchRoutes(world), flagRoutes(world))
  return router
}

function watchRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/sources/:id/watch', async (req, res) => {
    const source = await readSource(db.reader, req.person, idParam(req, 'source'))
    if (source.mergedIntoId !== null) return see(res, `/sources/${source.mergedIntoId}/watch`)
    send(res, await page(world, req, res, undefined))
  })

  router.post('/sources/:id/watch', (req, res) => {
    permit(req.person, 'source.watch')
    const act = async () => {
      await watchSource(db, req.person, idParam(req, 'source'))
      see(res, `/sources/${req.params.id}/watch`, 'The source is watched. It is looked at for the first time shortly.')
    }
    return submit(req, res, { schema: Nothing, act, again: (typed) => page(world, req, res, typed) })
  })

  router.post('/sources/:id/watch/end', (req, res) => {
    permit(req.person, 'source.watch')
    const act = async () => {
      await endWatch(db, req.person, idParam(req, 'source'))
      see(res, `/sources/${req.params.id}/watch`, 'The source is no longer watched.')
    }
    return submit(req, res, { schema: Nothing, act, again: (typed) => page(world, req, res, typed) })
  })

  router.post('/sources/:id/watch/look', (req, res) => {
    permit(req.person, 'source.watch')
    const act = async () => {
      await lookNow(db, req.person, idParam(req, 'source'))
      see(res, `/sources/${req.params.id}/watch`, 'It is looked at as soon as its site may be asked again.')
    }
    return submit(req, res, { schema: Nothing, act, again: (typed) => page(world, req, res, typed) })
  })
  return router
}

function flagRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.post('/source-flags/:id/clearing', async (req, res) => {
    permit(req.person, 'flag.clear')
    const flag = idParam(req, 'flag')
    const source = await sourceOfFlag(db.reader, req.person, flag)
    await submit(req, res, {
      schema: Clearing,
      act: async ({ note, claim }) => {
        await clearSourceFlag(db, req.person, flag, note)
        see(res, claim === null ? `/sources/${source}/watch` : `/claims/${claim}`, 'The flag is off.')
      },
      again: (typed) => pageOf(world, { req, res }, { id: source, flag, typed }),
    })
  })
  return router
}

const page = (world: World, req: Request, res: Response, typed: Typed | undefined) =>
  pageOf(world, { req, res }, { id: idParam(req, 'source'), typed })

type Shown = { id: number; flag?: number; typed: Typed | undefined }

async function pageOf({ db }: World, { req, res }: { req: Request; res: Response }, { id, flag, typed }: Shown) {
  const source = await readSource(db.reader, req.person, id)
  const state = await watchState(db.reader, source)
  return WatchPage({ shell: shell(req, res), person: req.person, source, state, flag, typed })
}
