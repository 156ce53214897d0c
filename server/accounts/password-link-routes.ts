import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { DeadLinkPage } from '../../views/accounts/dead-link.ts'
import { NewPasswordPage } from '../../views/accounts/new-password.ts'
import { fresh, type Typed } from '../../views/parts/typed.ts'
import { submit } from '../http/form.ts'
import { query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { isExposed } from '../http/session.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { deviceOf, leave, welcome } from './arrival-routes.ts'
import { type OpenPasswordLink, choosePassword, readPasswordLink } from './password-link.ts'
import { newPassword } from './password.ts'

const Choosing = z.strictObject({ code: z.string(), password: newPassword() })

/** Where the link leads with which somebody chooses a new password. */
export function passwordLinkRoutes(world: World): Router {
  const router = Router()

  router.get('/new-password', async (req, res) => {
    const { code } = query(req)
    const link = await openOrTold(world, { req, res, code })
    if (link) send(res, page({ req, res, link })(fresh({ code })))
  })

  router.post('/new-password', async (req, res) => {
    // A field given twice comes as a list, which no code is.
    const code: unknown = req.body?.code
    const link = await openOrTold(world, { req, res, code: typeof code === 'string' ? code : undefined })
    if (!link) return
    await submit(req, res, {
      schema: Choosing,
      again: page({ req, res, link }),
      act: async (input) => {
        const device = deviceOf(world, req)
        const arrived = await choosePassword(world.db, input, device)
        await leave(world, req)
        welcome(req, res, { ...arrived, secret: device.secret })
        see(res, '/', 'Your new password holds. You are signed in here, and nowhere else.')
      },
    })
  })
  return router
}

type Asked = { req: Request; res: Response }

const page =
  ({ req, res, link }: Asked & { link: OpenPasswordLink }) =>
  (typed: Typed) =>
    NewPasswordPage({ shell: shell(req, res), typed, link, isExposed: isExposed(req) })

// The link, or undefined when the answer has been given: it lets nobody in any more.
async function openOrTold(
  world: World,
  { req, res, code }: Asked & { code: string | undefined },
): Promise<OpenPasswordLink | undefined> {
  const found = await readPasswordLink(world.db.reader, world.db.clock.now().toISOString(), code)
  if (typeof found !== 'string') return found
  send(res, DeadLinkPage({ shell: shell(req, res), reason: found }), found === 'unknown-link' ? 404 : 410)
  return undefined
}
