import { join } from 'node:path'
import { type Request, type Response, Router } from 'express'
import { CheckPage, ProofPage } from '../../views/history/proof-page.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { Conflict, TooMany } from '../errors.ts'
import { newSlots } from '../exports/slots.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { pour } from '../http/pour.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { makeCheckpoint } from './checkpoint.ts'
import { historyPieces, recordHistoryExport } from './export.ts'
import { readProof } from './proof.ts'
import type { Watch } from './watch.ts'

const verifier = join(import.meta.dirname, 'verifier.mjs')
/** Each keeps a snapshot of the database open. */
const mostExports = 2

/** How the history is signed and checked, and what an outsider needs to check it. */
export function proofRoutes(world: World, watch: Watch): Router {
  const { db } = world
  const router = Router()
  const slots = newSlots(mostExports)
  const page = (req: Request, res: Response) => async (typed?: Typed) =>
    ProofPage({ shell: shell(req, res), person: req.person, proof: await readProof(world), last: watch.last(), typed })

  router.get('/history/proof', async (req, res) => send(res, await page(req, res)()))

  router.get('/history/check', async (req, res) => {
    permit(req.person, 'history.verify')
    send(res, CheckPage({ shell: shell(req, res), check: await watch.check() }))
  })

  router.post('/history/checkpoints', (req, res) =>
    submit(req, res, {
      schema: Nothing,
      act: async () => {
        permit(req.person, 'history.verify')
        const signed = await makeCheckpoint(world, 'asked')
        if (!signed.ok) throw new Conflict(signed.why)
        see(res, '/history/proof', `The history is signed up to event ${signed.size.toLocaleString('en')}.`)
      },
      again: page(req, res),
    }),
  )

  // Downloading is a GET, and no GET writes: so the button sends a form, which is written down and leads to the file.
  router.post('/history/exports', (req, res) =>
    submit(req, res, {
      schema: Nothing,
      act: async () => {
        await recordHistoryExport(world, req.person)
        see(res, '/history/export.jsonl')
      },
      again: page(req, res),
    }),
  )

  router.get('/history/export.jsonl', async (req, res) => {
    permit(req.person, 'history.verify')
    const giveBack = slots.take()
    if (!giveBack)
      throw new TooMany(10, 'The history is being exported twice already. Wait a few seconds and try again.')
    try {
      res.setHeader('Content-Type', 'application/jsonl; charset=utf-8')
      const day = db.clock.now().toISOString().slice(0, 10)
      res.setHeader('Content-Disposition', `attachment; filename="stet-history-${day}.jsonl"`)
      if (req.method === 'HEAD') return void res.end()
      await pour(historyPieces(db), res)
    } finally {
      giveBack()
    }
  })

  router.get('/history/verifier.mjs', (_req, res) => {
    const headers = { 'Content-Disposition': 'attachment; filename="stet-verifier.mjs"' }
    res.type('text/javascript').sendFile(verifier, { headers, cacheControl: false, lastModified: false })
  })

  return router
}
