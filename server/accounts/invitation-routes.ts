import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { DeadLinkPage } from '../../views/accounts/dead-link.ts'
import { InvitationPage } from '../../views/accounts/invitation.ts'
import { fresh, type Typed } from '../../views/parts/typed.ts'
import { submit } from '../http/form.ts'
import { query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { isExposed } from '../http/session.ts'
import { shell } from '../http/shell.ts'
import { readSettings } from '../settings/setting.ts'
import type { World } from '../world.ts'
import { deviceOf, leave, welcome } from './arrival-routes.ts'
import { emailField, nameField } from './fields.ts'
import { type OpenInvitation, acceptInvitation, readInvitation } from './invitation.ts'
import { newPassword } from './password.ts'

const Acceptance = z.strictObject({ code: z.string(), name: nameField(), email: emailField(), password: newPassword() })

/** Where the link of an invitation leads. */
export function invitationRoutes(world: World): Router {
  const router = Router()

  router.get('/invitation', async (req, res) => {
    const { code } = query(req)
    const invitation = await openOrTold(world, { req, res, code })
    if (invitation) send(res, await page(world, { req, res, invitation })(fresh({ code, name: invitation.name })))
  })

  router.post('/invitation', async (req, res) => {
    // A field given twice comes as a list, which no code is.
    const code: unknown = req.body?.code
    const invitation = await openOrTold(world, { req, res, code: typeof code === 'string' ? code : undefined })
    if (!invitation) return
    await submit(req, res, {
      schema: Acceptance,
      again: page(world, { req, res, invitation }),
      act: async (input) => {
        const device = deviceOf(world, req)
        const arrived = await acceptInvitation(world.db, input, device)
        await leave(world, req)
        welcome(req, res, { ...arrived, secret: device.secret })
        see(res, '/', `Welcome, ${arrived.person.name}. Your account is ready.`)
      },
    })
  })
  return router
}

type Asked = { req: Request; res: Response }

function page(world: World, { req, res, invitation }: Asked & { invitation: OpenInvitation }) {
  return async (typed: Typed) => {
    const { newsroom } = await readSettings(world.db.reader)
    return InvitationPage({ shell: shell(req, res), typed, invitation, newsroom, isExposed: isExposed(req) })
  }
}

// The invitation, or undefined when the answer has been given: it is used up.
async function openOrTold(
  world: World,
  { req, res, code }: Asked & { code: string | undefined },
): Promise<OpenInvitation | undefined> {
  const found = await readInvitation(world.db.reader, world.db.clock.now().toISOString(), code)
  if (typeof found !== 'string') return found
  send(res, DeadLinkPage({ shell: shell(req, res), reason: found }), found === 'unknown' ? 404 : 410)
  return undefined
}
