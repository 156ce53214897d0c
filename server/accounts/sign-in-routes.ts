import { type NextFunction, type Request, Router } from 'express'
import { z } from 'zod'
import { SignInPage } from '../../views/accounts/sign-in.ts'
import { fresh, type Typed } from '../../views/parts/typed.ts'
import { text } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { isExposed, setSessionCookie } from '../http/session.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { arrive, leave, placeOf } from './arrival-routes.ts'
import { personBehind } from './credentials.ts'
import { ownPath } from './own-path.ts'
import { typedPassword } from './password.ts'
import { type Resume, unpackResume } from './resume.ts'
import { Throttle } from './throttle.ts'

const Credentials = z.strictObject({
  email: text('Type your email address.', 254),
  password: typedPassword(),
  next: z.string().default('/'),
  resume: z.string().optional(),
})

/** The sign-in page and what it leads to: the page that was asked for, or the form that was being filled in. */
export function signInRoutes(world: World): Router {
  const router = Router()
  const throttle = new Throttle(world.db.clock)
  const warn = warnOnce(world)

  // Before signing in, which may go on with any address behind it.
  router.post('/sign-out', async (req, res) => {
    await leave(world, req)
    setSessionCookie(req, res, undefined)
    res.setHeader('Clear-Site-Data', '"cache", "storage"')
    see(res, '/sign-in', 'You are signed out.')
  })

  router.get('/sign-in', (req, res) => {
    const next = ownPath(query(req).next)
    if (req.person) return see(res, next)
    send(res, SignInPage({ shell: shell(req, res), typed: fresh({ next }), isExposed: isExposed(req) }))
  })

  router.post('/sign-in', async (req, res, next) => {
    await submit(req, res, {
      schema: Credentials,
      again: (typed: Typed) => SignInPage({ shell: shell(req, res), typed, isExposed: isExposed(req) }),
      act: async (input) => {
        const person = await personBehind(world.db, throttle, { ...input, ...placeOf(req) })
        await leave(world, req)
        await arrive(world, req, res, person)
        warn(req)
        const resume = unpackResume(input.resume)
        if (resume) continueWith(req, resume, next)
        else see(res, ownPath(input.next))
      },
    })
  })
  return router
}

// The rest of the application goes on as if the form had just been sent to where it was meant for; `submit` then shows it.
function continueWith(req: Request, resume: Resume, next: NextFunction): void {
  req.url = req.originalUrl = resume.action
  req.body = resume.fields
  req.resumed = true
  req.resumedByOther = resume.person !== null && resume.person !== req.person.id
  next()
}

function warnOnce(world: World): (req: Request) => void {
  let warned = false
  return (req) => {
    if (warned || !isExposed(req)) return
    warned = true
    world.log.warn('Somebody signed in over plain http: passwords and pages can be read on the way. Put TLS in front.')
  }
}
