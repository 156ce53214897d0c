import { type Request, type Response, Router } from 'express'
import { RatingPage, RatingPreview } from '../../views/scales/rating-page.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { RatingFields } from './fields.ts'
import { addRating, editRating, ratingValues, retireRating } from './rating.ts'
import { readRating, readScale } from './scale.ts'

/** The forms of single ratings. Their GET addresses take what is typed so far, to show the badge that it makes. */
export function ratingRoutes({ db }: World): Router {
  const router = Router()

  router.get('/ratings/preview', (req, res) => {
    permit(req.person, 'scale.edit')
    send(res, RatingPreview(fresh(query(req))))
  })

  router.get('/settings/scales/:key/ratings/new', async (req, res) => {
    permit(req.person, 'scale.edit')
    send(res, await newPage(req, res, fresh(query(req))))
  })

  router.post('/settings/scales/:key/ratings', (req, res) => {
    permit(req.person, 'scale.edit')
    const { key } = req.params
    return submit(req, res, {
      schema: RatingFields,
      act: async (rating) => {
        await addRating(db, req.person, key, rating)
        see(res, `/settings/scales/${key}`, 'The rating is there.')
      },
      again: (typed) => newPage(req, res, typed),
    })
  })

  router.get('/ratings/:id/edit', async (req, res) => {
    permit(req.person, 'scale.edit')
    send(res, await editPage(req, res, fresh(query(req))))
  })

  router.post('/ratings/:id', (req, res) => {
    permit(req.person, 'scale.edit')
    const id = idParam(req, 'rating')
    return submit(req, res, {
      schema: RatingFields,
      act: async (edit) => {
        const { replaced } = await editRating(db, req.person, id, edit)
        const { scale } = await readRating(db.reader, id)
        see(res, `/settings/scales/${scale.key}`, replaced ? inItsPlace : 'Saved.')
      },
      again: (typed) => editPage(req, res, typed),
    })
  })

  router.post('/ratings/:id/retirement', (req, res) => {
    permit(req.person, 'scale.edit')
    const id = idParam(req, 'rating')
    return submit(req, res, {
      schema: Nothing,
      act: async () => {
        const scale = await retireRating(db, req.person, id)
        see(res, `/settings/scales/${scale}`, 'Retired. Old decisions read as they did.')
      },
      again: (typed) => editPage(req, res, typed),
    })
  })

  async function newPage(req: Request, res: Response, typed: Typed) {
    const scale = await readScale(db.reader, String(req.params.key))
    const empty = { tone: 'off-axis', shape: 'question', version: String(scale.version) }
    return RatingPage({ shell: shell(req, res), scale, typed: filled(typed, empty) })
  }

  async function editPage(req: Request, res: Response, typed: Typed) {
    const { rating, scale } = await readRating(db.reader, idParam(req, 'rating'))
    const whole = await readScale(db.reader, scale.key)
    return RatingPage({
      shell: shell(req, res),
      scale: whole,
      rating,
      typed: filled(typed, ratingValues(rating, scale)),
    })
  }

  return router
}

const filled = (typed: Typed, values: Typed['values']): Typed =>
  typed.values.label === undefined ? { ...typed, values } : { ...typed, values: { ...values, ...typed.values } }

const inItsPlace =
  'Saved as a new rating: verdicts have been given by the old one, which keeps its words and is retired.'
