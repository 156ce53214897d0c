import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { SetupPage } from '../../views/accounts/setup.ts'
import { UnclaimedPage } from '../../views/accounts/unclaimed.ts'
import { DeadLinkPage } from '../../views/accounts/dead-link.ts'
import { fresh, type Typed } from '../../views/parts/typed.ts'
import { submit } from '../http/form.ts'
import { query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { isExposed } from '../http/session.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { deviceOf, welcome } from './arrival-routes.ts'
import { emailField, nameField } from './fields.ts'
import { newPassword } from './password.ts'
import { isSetupCode, isUnclaimed, setUp } from './setup.ts'

const FirstAccount = z.strictObject({
  code: z.string().optional(),
  name: nameField(),
  email: emailField(),
  password: newPassword(),
})

/** The way to the first account, while there is none. */
export function setupRoutes(world: World): Router {
  const router = Router()

  router.get(['/', '/sign-in'], async (req, res, next) => {
    if (req.person || !(await isUnclaimed(world.db))) return next()
    send(res, UnclaimedPage({ shell: shell(req, res) }))
  })

  router.get('/setup', async (req, res) => {
    const { code } = query(req)
    if (await isRefused(world, { req, res, code })) return
    send(res, SetupPage({ shell: shell(req, res), typed: fresh({ code }), isExposed: isExposed(req) }))
  })

  router.post('/setup', async (req, res) => {
    // A field given twice comes as a list, which no code is.
    const code: unknown = req.body?.code
    if (await isRefused(world, { req, res, code: typeof code === 'string' ? code : undefined })) return
    await submit(req, res, {
      schema: FirstAccount,
      again: (typed: Typed) => SetupPage({ shell: shell(req, res), typed, isExposed: isExposed(req) }),
      act: async (input) => {
        const device = deviceOf(world, req)
        welcome(req, res, { ...(await setUp(world.db, input, device)), secret: device.secret })
        see(res, '/articles', 'Your account is ready. The sample article is here to try things on.')
      },
    })
  })
  return router
}

type Asked = { req: Request; res: Response; code: string | undefined }

// True when the answer has been given: there is an account already, or the code is not the one in the terminal.
async function isRefused(world: World, { req, res, code }: Asked): Promise<boolean> {
  if (!(await isUnclaimed(world.db))) {
    send(res, DeadLinkPage({ shell: shell(req, res), reason: 'set-up-already' }), 410)
    return true
  }
  if (isSetupCode(world.setupCode, code)) return false
  send(res, DeadLinkPage({ shell: shell(req, res), reason: 'wrong-setup-code' }), 403)
  return true
}
