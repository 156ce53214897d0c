import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { PasswordLinkMadePage } from '../../views/accounts/password-link-made.ts'
import { PersonPage } from '../../views/accounts/person.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { handOver, inHand } from '../claims/hand-over.ts'
import { BadRequest } from '../errors.ts'
import { readPage } from '../history/history.ts'
import { Nothing, choice, id, incomplete, version } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { ownOrigin } from '../http/security.ts'
import { setSessionCookie } from '../http/session.ts'
import { shell } from '../http/shell.ts'
import { countTokens } from '../tokens/token.ts'
import { addressQuery } from '../values/address-query.ts'
import { counted } from '../values/count.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { changeRole, deactivate, endTokensOfPerson, reactivate, signOutPerson } from './membership.ts'
import { makePasswordLink } from './password-link.ts'
import { can } from './permissions.ts'
import { readPersonFor } from './person.ts'
import { roles } from './words.ts'

const Role = z.strictObject({ role: choice(roles, 'Choose a role.'), version: version() })
const Version = z.strictObject({ version: version() })
const HandOver = z.strictObject({
  to: id('Choose who takes the claims over.'),
  claims: id(incomplete),
})

/** One person: what they did, and for admins what they may do. */
export function peopleRoutes(world: World): Router {
  const router = Router()
  const { db } = world
  const here = (req: Request) => `/people/${idParam(req, 'person')}`

  router.get('/people/:id', async (req, res) => send(res, await page(world, req, res)()))

  router.post('/people/:id/role', async (req, res) => {
    const act = async (input: z.output<typeof Role>) => {
      await changeRole(db, req.person, { id: idParam(req, 'person'), ...input })
      see(res, here(req), 'The role is changed.')
    }
    await submit(req, res, { schema: Role, act, again: page(world, req, res) })
  })

  router.post('/people/:id/deactivation', async (req, res) => {
    const act = async (input: z.output<typeof Version>) => {
      await deactivate(db, req.person, { id: idParam(req, 'person'), ...input })
      if (idParam(req, 'person') === req.person.id) setSessionCookie(req, res, undefined)
      see(res, here(req), 'The account is deactivated, signed out everywhere, and has no API tokens any more.')
    }
    await submit(req, res, { schema: Version, act, again: page(world, req, res) })
  })

  router.post('/people/:id/reactivation', async (req, res) => {
    const act = async (input: z.output<typeof Version>) => {
      await reactivate(db, req.person, { id: idParam(req, 'person'), ...input })
      see(res, here(req), 'The account is active again.')
    }
    await submit(req, res, { schema: Version, act, again: page(world, req, res) })
  })

  router.post('/people/:id/password-link', async (req, res) => {
    const act = async () => {
      const code = await makePasswordLink(db, req.person, idParam(req, 'person'))
      const person = await readPersonFor(db.reader, req.person, idParam(req, 'person'))
      const link = `${ownOrigin(req, world.config)}/new-password?code=${code}`
      send(res, PasswordLinkMadePage({ shell: shell(req, res), person, link }), 201)
    }
    await submit(req, res, { schema: Nothing, act, again: page(world, req, res) })
  })

  router.post('/people/:id/sign-out', async (req, res) => {
    const act = async () => {
      const ended = await signOutPerson(db, req.person, idParam(req, 'person'))
      see(res, here(req), ended === 0 ? 'They were not signed in anywhere.' : 'They are signed out everywhere.')
    }
    await submit(req, res, { schema: Nothing, act, again: page(world, req, res) })
  })

  router.post('/people/:id/token-revocation', async (req, res) => {
    const act = async () => {
      const ended = await endTokensOfPerson(db, req.person, idParam(req, 'person'))
      see(res, here(req), ended === 0 ? 'They had no API token that works.' : `${counted(ended, 'API token')} ended.`)
    }
    await submit(req, res, { schema: Nothing, act, again: page(world, req, res) })
  })

  router.post('/people/:id/hand-over', async (req, res) => {
    const act = async (input: z.output<typeof HandOver>) => {
      const receiver = await handOver(db, req.person, { from: idParam(req, 'person'), ...input })
      see(res, here(req), `${receiver.name} has the ${counted(input.claims, 'claim')} now.`)
    }
    const again = (handing: Typed) => page(world, req, res)(undefined, handing)
    await submit(req, res, { schema: HandOver, act, again })
  })
  return router
}

function page(world: World, req: Request, res: Response) {
  return async (typed?: Typed, handing?: Typed) => {
    const person = await readPersonFor(world.db.reader, req.person, idParam(req, 'person'))
    const before = beforeOf(req)
    const { lines, next } = await readPage(world.db.reader, req.person, { actor: person.id, before })
    const pages = { before, next, address: (at?: number) => `/people/${person.id}${addressQuery({ before: at })}` }
    const work = can(req.person, 'claim.assign') ? await inHand(world.db.reader, person.id) : undefined
    const tokens = can(req.person, 'person.edit') ? await countTokens(world.db, person.id) : 0
    const around = { shell: shell(req, res), person, viewer: req.person, tokens, lines, pages }
    return PersonPage({ ...around, inHand: work, typed, handing })
  }
}

function beforeOf(req: Request): number | undefined {
  const { before } = query(req)
  if (before === undefined) return undefined
  const seq = readId(before)
  if (seq === undefined) throw new BadRequest(400, 'The address has a “before” that is no event number.')
  return seq
}
