import { type Request, type Response, Router } from 'express'
import { BadRequest } from '../errors.ts'
import { idParam } from '../http/params.ts'
import { pour } from '../http/pour.ts'
import type { World } from '../world.ts'
import { isFramed, savedName, typeOf, warcName } from './original.ts'
import { type Snapshot, snapshotBytes } from './snapshot.ts'
import { readSnapshot } from './view.ts'
import { warcOf } from './warc.ts'

// Nothing in a copy runs, loads, sends or leads anywhere, and it is nobody's origin.
const sandbox = "sandbox; default-src 'none'"
const framed = `${sandbox}; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'`

/** The bytes of copies: for saving, and in a frame that can do nothing. Never as a page of ours. */
export function originalRoutes({ db }: World): Router {
  const router = Router()
  const asked = async (req: Request) => {
    const which = { source: idParam(req, 'source'), id: idParam(req, 'copy', 'snapshot') }
    const { snapshot } = await readSnapshot(db.reader, req.person, which)
    refuseOtherSites(req)
    return snapshot
  }
  const give = async (res: Response, snapshot: Snapshot, policy: string) => {
    res.setHeader('Content-Type', typeOf(snapshot))
    res.setHeader('Content-Length', snapshot.size)
    res.setHeader('Content-Security-Policy', policy)
    res.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    res.setHeader('X-Content-Type-Options', 'nosniff')
    if (res.req.method === 'HEAD') return res.end()
    await pour(snapshotBytes(db.reader, snapshot), res)
  }

  router.get('/sources/:id/snapshots/:snapshot/original', async (req, res) => {
    const snapshot = await asked(req)
    res.attachment(savedName(snapshot))
    await give(res, snapshot, sandbox)
  })

  router.get('/sources/:id/snapshots/:snapshot/warc', async (req, res) => {
    const snapshot = await asked(req)
    const { size, pieces } = await warcOf(db.reader, snapshot)
    res.attachment(warcName(snapshot))
    res.setHeader('Content-Type', 'application/warc')
    res.setHeader('Content-Length', size)
    res.setHeader('Content-Security-Policy', sandbox)
    res.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    if (req.method === 'HEAD') return res.end()
    await pour(pieces, res)
  })

  router.get('/sources/:id/snapshots/:snapshot/frame', async (req, res) => {
    const snapshot = await asked(req)
    // Opened by itself it would stand under our address.
    if (req.get('Sec-Fetch-Dest') !== 'iframe' || !isFramed(snapshot))
      return res.redirect(303, `/sources/${snapshot.sourceId}/snapshots/${snapshot.id}`)
    await give(res, snapshot, framed)
  })

  return router
}

function refuseOtherSites(req: Request): void {
  const site = req.get('Sec-Fetch-Site')
  const isElsewhere = site === 'cross-site' || site === 'same-site'
  // A link that somebody was sent may be followed.
  if (isElsewhere && req.get('Sec-Fetch-Dest') !== 'document')
    throw new BadRequest(403, 'Copies of sources are shown in Stet only, not inside pages of other sites.')
}
