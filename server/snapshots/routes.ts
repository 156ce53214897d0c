import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Typed } from '../../views/parts/typed.ts'
import { ComparisonPage } from '../../views/snapshots/comparison-page.ts'
import { NewSnapshotPage } from '../../views/snapshots/new-snapshot-page.ts'
import { SnapshotListPage } from '../../views/snapshots/snapshot-list-page.ts'
import { SnapshotPage } from '../../views/snapshots/snapshot-page.ts'
import { can, permit } from '../accounts/permissions.ts'
import type { SentFile } from '../articles/document.ts'
import { receiveForm } from '../documents/upload.ts'
import { missing } from '../errors.ts'
import { claimOfEvidence } from '../evidence/evidence.ts'
import { choice, verbatim, webAddress } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { type Source, readSource } from '../sources/source.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { compareSnapshots } from './comparison.ts'
import { excerpt } from './excerpt.ts'
import { keepFetched, keepPasted, keepUploaded } from './keep.ts'
import { originalRoutes } from './original-routes.ts'
import { isFramed } from './original.ts'
import { placeIn } from './place.ts'
import { earlierSnapshot, listSnapshots, readSnapshot, readSnapshotText } from './view.ts'
import { snapshotAddress } from './words.ts'

const noWay = 'Choose how the copy is to be taken.'
const Keep = z.discriminatedUnion(
  'way',
  [
    z.strictObject({
      way: choice(['fetch'], noWay),
      address: webAddress().refine((address) => address !== null, 'Give the address to fetch.'),
    }),
    z.strictObject({ way: choice(['upload'], noWay) }),
    z.strictObject({
      way: choice(['paste'], noWay),
      text: verbatim('Paste the text.', 1_000_000),
      address: webAddress(),
    }),
  ],
  noWay,
)

/** The copies of sources. */
export function snapshotRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/sources/:id/snapshots', async (req, res) => {
    const before = readId(query(req).before ?? '')
    const list = await listSnapshots(db.reader, req.person, { source: idParam(req, 'source'), before })
    send(res, SnapshotListPage({ shell: shell(req, res), person: req.person, before, ...list }))
  })

  router.get('/sources/:id/snapshots/new', async (req, res) => {
    const source = await readSource(db.reader, req.person, idParam(req, 'source'))
    permit(req.person, 'snapshot.keep')
    send(res, NewSnapshotPage({ shell: shell(req, res), source, typed: undefined }))
  })

  router.post('/sources/:id/snapshots', async (req, res) => {
    const source = await readSource(db.reader, req.person, idParam(req, 'source'))
    permit(req.person, 'snapshot.keep')
    const file = await receiveForm(req, res)
    await submit(req, res, {
      schema: Keep,
      act: async (input) => {
        const { id, content } = await keep(world, req, { source, file, input })
        see(res, snapshotAddress({ id, sourceId: source.id }), {
          words: `The copy is kept. ${content.problem ?? ''}`.trim(),
          way: { href: `/sources/${source.id}#used`, name: 'Where this source is used' },
        })
      },
      again: (typed: Typed) => NewSnapshotPage({ shell: shell(req, res), source, typed }),
    })
  })

  router.use(oneRoutes(world), originalRoutes(world))
  return router
}

type Wanted = { source: Source; file: SentFile | undefined; input: z.output<typeof Keep> }

function keep(world: World, { person }: Request, { source: { id: source }, file, input }: Wanted) {
  if (input.way === 'upload') return keepUploaded(world, person, { source, file })
  if (input.way === 'paste') return keepPasted(world, person, { source, text: input.text, address: input.address })
  return keepFetched(world, person, { source, address: input.address ?? '' })
}

function oneRoutes({ db }: World): Router {
  const router = Router()
  const asked = (req: Request) =>
    readSnapshot(db.reader, req.person, { source: idParam(req, 'source'), id: idParam(req, 'copy', 'snapshot') })

  router.get('/sources/:id/snapshots/:snapshot', async (req, res) => {
    const { source, snapshot, among } = await asked(req)
    const text = await readSnapshotText(db.reader, snapshot)
    const { from, mark } = placeIn(query(req), text)
    const shown = { ...excerpt(text, from), mark, problem: text.problem, sha256: text.sha256 }
    const earlier = await earlierSnapshot(db.reader, { snapshot, among })
    const claim = readId(query(req).claim ?? '')
    const use = can(req.person, 'evidence.add')
      ? { claim: claim === undefined ? undefined : await claimOfEvidence(db.reader, claim) }
      : undefined
    send(res, page(req, res, { source, snapshot, shown, earlier, framed: isFramed(snapshot), use }))
  })

  router.get('/sources/:id/snapshots/:snapshot/comparison', async (req, res) => {
    const { source, snapshot: after, among } = await asked(req)
    const other = readId(query(req).with ?? '')
    const before = other
      ? (await readSnapshot(db.reader, req.person, { source: source.id, id: other })).snapshot
      : ((await earlierSnapshot(db.reader, { snapshot: after, among })) ?? missing('earlier copy'))
    const found = await compareSnapshots(db.reader, before, after)
    send(res, ComparisonPage({ shell: shell(req, res), source, before, after, found }))
  })

  return router
}

type Parts = Omit<Parameters<typeof SnapshotPage>[0], 'shell'>

// The frame is the one thing on a page of ours that is loaded into it.
function page(req: Request, res: Response, parts: Parts) {
  const policy = res.getHeader('Content-Security-Policy')
  if (parts.framed) res.setHeader('Content-Security-Policy', `${String(policy)};frame-src 'self'`)
  return SnapshotPage({ shell: shell(req, res), ...parts })
}
