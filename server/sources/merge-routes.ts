import { type Request, Router } from 'express'
import { z } from 'zod'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { ChooseSamePage } from '../../views/sources/choose-same-page.ts'
import { MergePage } from '../../views/sources/merge-page.ts'
import { MergedPage } from '../../views/sources/merged-page.ts'
import { permit } from '../accounts/permissions.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { searchText } from '../text/search-words.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { doublesOf } from './doubles.ts'
import { matchSources } from './list.ts'
import { mergeSources, readPair, stampOf, weighMerger } from './merge.ts'
import { readMerger, separateSources } from './separate.ts'
import { readSource, refuseMerged } from './source.ts'
import { mergedFields } from './words.ts'

const side = z.enum(['kept', 'gone']).default('kept')
const Chosen = z.strictObject({ stamp: z.string(), ...Object.fromEntries(mergedFields.map((name) => [name, side])) })

/** Saying that two sources are the same: choosing the other, looking at both, merging, and taking them apart again. */
export function mergeRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/sources/:id/same', async (req, res) => {
    permit(req.person, 'source.merge')
    const source = await readSource(db.reader, req.person, idParam(req, 'source'))
    refuseMerged(source)
    const q = searchText(query(req).q)
    const found = q === '' ? [] : await matchSources(db.reader, req.person, q)
    const doubles = await doublesOf(db.reader, req.person, source)
    const others = found.filter(({ id }) => id !== source.id)
    send(res, ChooseSamePage({ shell: shell(req, res), source, q, found: others, doubles }))
  })

  router.get('/sources/:id/same/:other', async (req, res) => {
    permit(req.person, 'source.merge')
    const pair = await readPair(db.reader, req.person, idsIn(req))
    const moves = await weighMerger(db.reader, pair)
    send(res, MergePage({ shell: shell(req, res), pair, moves, stamp: stampOf(pair), typed: fresh() }))
  })

  router.post('/sources/:id/same/:other', async (req, res) => {
    permit(req.person, 'source.merge')
    const ids = idsIn(req)
    const pair = await readPair(db.reader, req.person, ids)
    const again = async (typed: Typed) => {
      const moves = await weighMerger(db.reader, pair)
      return MergePage({ shell: shell(req, res), pair, moves, stamp: stampOf(pair), typed })
    }
    await submit(req, res, {
      schema: Chosen,
      act: async ({ stamp, ...fields }) => {
        const sides = new Map(Object.entries(fields))
        const taken = mergedFields.filter((name) => sides.get(name) === 'gone')
        await mergeSources(db, req.person, { ...ids, taken, stamp })
        see(res, `/sources/${ids.kept}`, 'Merged. What pointed to the other source points here now.')
      },
      again,
    })
  })

  router.use(separationRoutes(world))
  return router
}

function separationRoutes({ db }: World): Router {
  const router = Router()

  router.get('/sources/:id/merger', async (req, res) => {
    const found = await readMerger(db.reader, req.person, idParam(req, 'source'))
    send(res, MergedPage({ shell: shell(req, res), person: req.person, typed: fresh(), ...found }))
  })

  router.post('/sources/:id/separation', async (req, res) => {
    permit(req.person, 'source.merge')
    const id = idParam(req, 'source')
    const found = await readMerger(db.reader, req.person, id)
    await submit(req, res, {
      schema: Nothing,
      act: async () => {
        const restored = await separateSources(db, req.person, id)
        see(res, `/sources/${id}`, restored ? apart : apartAsEdited)
      },
      again: (typed) => MergedPage({ shell: shell(req, res), person: req.person, typed, ...found }),
    })
  })

  return router
}

const apart = 'Taken apart. Both sources are as they were; evidence added since stays with the other one.'
const apartAsEdited =
  'Taken apart. The other source was edited since, so its details stay as they are; evidence added since stays with it.'

const idsIn = (req: Request) => ({ kept: idParam(req, 'source'), gone: readId(String(req.params.other)) ?? 0 })
