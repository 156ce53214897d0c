import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { AccountPage } from '../../views/accounts/account.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { Nothing, ticked, version as versionField } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { setSessionCookie } from '../http/session.ts'
import { shell } from '../http/shell.ts'
import { listTokens } from '../tokens/token.ts'
import { counted } from '../values/count.ts'
import type { World } from '../world.ts'
import { endDevice, signOutEverywhere } from './devices.ts'
import { nameField } from './fields.ts'
import { changePassword, rename } from './own-account.ts'
import { newPassword, typedPassword } from './password.ts'
import { readPersonFor } from './person.ts'
import { openDevices } from './sign-in.ts'
import { Throttle } from './throttle.ts'

const Name = z.strictObject({ name: nameField(), version: versionField() })
const Passwords = z.strictObject({ oldPassword: typedPassword(), password: newPassword(), endTokens: ticked() })

/** What everyone may do with their own account. */
export function ownAccountRoutes(world: World): Router {
  const router = Router()
  const throttle = new Throttle(world.db.clock)

  router.get('/account', async (req, res) => send(res, await page(world, req, res)()))

  router.post('/account/name', async (req, res) => {
    const act = async (input: z.output<typeof Name>) => {
      await rename(world.db, req.person, input)
      see(res, '/account', 'Your name is saved.')
    }
    await submit(req, res, { schema: Name, act, again: page(world, req, res, 'name') })
  })

  router.post('/account/password', async (req, res) => {
    const act = async (input: z.output<typeof Passwords>) => {
      const ended = await changePassword(world.db, throttle, req.person, { ...input, signInId: req.signInId })
      const left = await listTokens(world.db, req.person)
      see(res, '/account', `Your password is changed. ${whatEnded(ended, left.length)}`)
    }
    await submit(req, res, { schema: Passwords, act, again: page(world, req, res, 'password') })
  })

  router.post('/account/sign-ins/:id/end', async (req, res) => {
    const id = idParam(req, 'device')
    const act = async () => {
      await endDevice(world.db, req.person, id)
      see(res, '/account', 'That device is signed out.')
    }
    await submit(req, res, { schema: Nothing, act, again: page(world, req, res, 'devices') })
  })

  router.post('/account/sign-out-everywhere', async (req, res) => {
    const act = async () => {
      await signOutEverywhere(world.db, req.person)
      setSessionCookie(req, res, undefined)
      res.setHeader('Clear-Site-Data', '"cache", "storage"')
      see(res, '/sign-in', 'You are signed out everywhere.')
    }
    await submit(req, res, { schema: Nothing, act, again: page(world, req, res, 'devices') })
  })
  return router
}

function whatEnded(ended: number, left: number): string {
  const devices = 'You are signed out on all other devices'
  if (ended > 0) return `${devices}, and ${counted(ended, 'API token')} of yours ${ended === 1 ? 'has' : 'have'} ended.`
  return left > 0 ? `${devices}. Your API tokens go on working.` : `${devices}.`
}

// The whole page, with one of its forms as typed.
function page(world: World, req: Request, res: Response, form?: 'name' | 'password' | 'devices') {
  return async (typed?: Typed) => {
    const { version } = await readPersonFor(world.db.reader, req.person, req.person.id)
    const devices = await openDevices(world.db, req.person, req.signInId)
    const tokens = await listTokens(world.db, req.person)
    const forms = form && typed ? { [form]: typed } : {}
    return AccountPage({
      shell: shell(req, res),
      person: { ...req.person, version },
      devices,
      tokens,
      current: req.signInId,
      forms,
    })
  }
}
