import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ScalePage } from '../../views/scales/scale-page.ts'
import { type ScaleForm, ScalesPage } from '../../views/scales/scales-page.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { can, permit } from '../accounts/permissions.ts'
import { Nothing, line } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { addPreset, addScale, renameScale, retireScale, useScale } from './edit.ts'
import { ScaleEdit, ScaleFields } from './fields.ts'
import { presets } from './presets.ts'
import { ratingRoutes } from './rating-routes.ts'
import { listScales, readScale } from './scale.ts'

const PresetForm = z.strictObject({ preset: line('Choose a preset.', 60) })
const InForceForm = z.strictObject({ scale: line('Choose a scale.', 60) })

/** The rating scales of the newsroom: read by everyone, changed by admins. */
export function scaleRoutes(world: World): Router {
  const router = Router()
  const { db } = world
  router.use(ratingRoutes(world))

  router.get('/settings/scales', async (req, res) => send(res, await list(req, res)))

  router.post('/settings/scales', (req, res) => {
    permit(req.person, 'scale.edit')
    return submit(req, res, {
      schema: ScaleFields,
      act: async ({ name }) => {
        const key = await addScale(db, req.person, name)
        see(res, addressOf(key), 'The scale is there. Add its ratings now.')
      },
      again: (typed) => list(req, res, { form: 'new', typed }),
    })
  })

  router.post('/settings/presets', (req, res) => {
    permit(req.person, 'scale.edit')
    return submit(req, res, {
      schema: PresetForm,
      act: async ({ preset }) => see(res, addressOf(await addPreset(db, req.person, preset)), 'The scale is there.'),
      again: (typed) => list(req, res, { form: 'other', typed }),
    })
  })

  router.post('/settings/scale', (req, res) => {
    permit(req.person, 'scale.edit')
    return submit(req, res, {
      schema: InForceForm,
      act: async ({ scale }) => {
        await useScale(db, req.person, scale)
        see(res, '/settings/scales', 'Verdicts are given by this scale from now on.')
      },
      again: (typed) => list(req, res, { form: 'other', typed }),
    })
  })

  router.get('/settings/scales/:key', async (req, res) => send(res, await one(req, res)))

  router.post('/settings/scales/:key', (req, res) => {
    permit(req.person, 'scale.edit')
    return submit(req, res, {
      schema: ScaleEdit,
      act: async (edit) => {
        await renameScale(db, req.person, req.params.key, edit)
        see(res, addressOf(req.params.key), 'Saved.')
      },
      again: (typed) => one(req, res, typed),
    })
  })

  router.post('/settings/scales/:key/retirement', (req, res) => {
    permit(req.person, 'scale.edit')
    return submit(req, res, {
      schema: Nothing,
      act: async () => {
        await retireScale(db, req.person, req.params.key)
        see(res, '/settings/scales', 'Retired. Old decisions read as they did.')
      },
      again: (typed) => one(req, res, typed),
    })
  })

  async function list(req: Request, res: Response, form?: ScaleForm) {
    const scales = await listScales(db.reader)
    const left = presets.filter(({ key }) => !scales.some((scale) => scale.key === key))
    return ScalesPage({ shell: shell(req, res), scales, presets: left, mayEdit: can(req.person, 'scale.edit'), form })
  }

  async function one(req: Request, res: Response, typed?: Typed) {
    const scale = await readScale(db.reader, String(req.params.key))
    const { name, version } = scale
    // Only the form of the name is filled again; what stands in the way of the others is told above it.
    const shown =
      typed?.values.name === undefined ? { ...fresh({ name, version }), problems: typed?.problems ?? {} } : typed
    return ScalePage({ shell: shell(req, res), scale, mayEdit: can(req.person, 'scale.edit'), typed: shown })
  }

  return router
}

const addressOf = (key: string) => `/settings/scales/${key}`
