import { Router } from 'express'
import { AboutPage } from '../../views/about/about-page.ts'
import { send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { release } from '../release.ts'

/** What this program is and what it was made of, for everybody. */
export function aboutRoutes(): Router {
  const router = Router()
  router.get('/about', (req, res) => send(res, AboutPage({ shell: shell(req, res), release })))
  return router
}
