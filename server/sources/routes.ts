import { Router } from 'express'
import { z } from 'zod'
import { ArchivePanel } from '../../views/archiving/archive-panel.ts'
import { type Typed, fresh, valueOf } from '../../views/parts/typed.ts'
import { EditSourcePage } from '../../views/sources/edit-source-page.ts'
import { SourcePage } from '../../views/sources/source-page.ts'
import { WatchPanel } from '../../views/watching/watch-panel.ts'
import { permit } from '../accounts/permissions.ts'
import { archiveStanding } from '../archiving/request.ts'
import { usesOf } from '../evidence/uses.ts'
import { historyOf } from '../history/history.ts'
import { version } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { snapshotsOf } from '../snapshots/snapshot.ts'
import { addressQuery } from '../values/address-query.ts'
import { watchState } from '../watching/watch.ts'
import type { World } from '../world.ts'
import { othersOf } from './doubles.ts'
import { sourceFields } from './fields.ts'
import { readFilter } from './filter.ts'
import { sourceListRoutes } from './list-routes.ts'
import { mergeRoutes } from './merge-routes.ts'
import { newSourceRoutes } from './new-routes.ts'
import { editSource, readSource, refuseMerged, seesConfidential, sourceAt, sourceValues } from './source.ts'

const EditedSource = z.strictObject({ ...sourceFields, version: version() })

export function sourceRoutes(world: World): Router {
  const router = Router()
  router.use(sourceListRoutes(world), newSourceRoutes(world), mergeRoutes(world), recordRoutes(world))
  return router
}

function recordRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/sources/:id', async (req, res) => {
    const source = await readSource(db.reader, req.person, idParam(req, 'source'))
    if (source.mergedIntoId !== null)
      return see(res, `/sources/${source.mergedIntoId}`, `“${source.title}” was merged into this source.`)
    const { before } = readFilter(query(req))
    const { uses, next } = await usesOf(db.reader, source.id, before)
    const address = (at?: number) => `/sources/${source.id}${addressQuery({ before: at })}`
    const used = { uses, pages: { before, next, address } }
    const standing = await archiveStanding(db.reader, world, source)
    const kept = [
      WatchPanel({ person: req.person, source, state: await watchState(db.reader, source) }),
      ArchivePanel({ person: req.person, source, standing }),
    ]
    const lines = await historyOf(db.reader, req.person, { source: source.id }, { limit: 20 })
    const others = await othersOf(db.reader, req.person, source)
    const copies = await snapshotsOf(db.reader, source.id, { limit: 4, all: seesConfidential(req.person) })
    send(res, SourcePage({ shell: shell(req, res), person: req.person, source, copies, used, others, lines, kept }))
  })

  router.get('/sources/:id/edit', async (req, res) => {
    const source = await readSource(db.reader, req.person, idParam(req, 'source'))
    permit(req.person, 'source.edit')
    refuseMerged(source)
    const typed = fresh(sourceValues(source))
    send(res, EditSourcePage({ shell: shell(req, res), source, typed, known: undefined }))
  })

  router.post('/sources/:id', async (req, res) => {
    const source = await readSource(db.reader, req.person, idParam(req, 'source'))
    permit(req.person, 'source.edit')
    const again = async (typed: Typed) => {
      const at = await sourceAt(db.reader, req.person, valueOf(typed, 'url'), valueOf(typed, 'doi'))
      return EditSourcePage({ shell: shell(req, res), source, typed, known: at?.id === source.id ? undefined : at })
    }
    await submit(req, res, {
      schema: EditedSource,
      act: async (input) => {
        await editSource(db, req.person, { id: source.id, ...input })
        see(res, `/sources/${source.id}`, 'Source saved.')
      },
      again,
    })
  })

  return router
}
