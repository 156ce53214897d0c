import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { InvitationMadePage } from '../../views/accounts/invitation-made.ts'
import { PeoplePage } from '../../views/accounts/people.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { Nothing, choice } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { ownOrigin } from '../http/security.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { nameField } from './fields.ts'
import { invite, listInvitations, withdrawInvitation } from './invitation.ts'
import { can } from './permissions.ts'
import { listPeopleFor } from './person.ts'
import { roles } from './words.ts'

const Invitation = z.strictObject({ name: nameField(), role: choice(roles, 'Choose a role.') })

/** The people of the newsroom, and how others come to them. */
export function invitingRoutes(world: World): Router {
  const router = Router()

  router.get('/people', async (req, res) => send(res, await page(world, req, res)()))

  router.post('/invitations', async (req, res) => {
    const act = async (input: z.output<typeof Invitation>) => {
      const code = await invite(world.db, req.person, input)
      const link = `${ownOrigin(req, world.config)}/invitation?code=${code}`
      send(res, InvitationMadePage({ shell: shell(req, res), link, ...input }), 201)
    }
    await submit(req, res, { schema: Invitation, act, again: page(world, req, res) })
  })

  router.post('/invitations/:id/withdrawal', async (req, res) => {
    const act = async () => {
      await withdrawInvitation(world.db, req.person, idParam(req, 'invitation'))
      see(res, '/people', 'The invitation is withdrawn. Its link does not work any more.')
    }
    await submit(req, res, { schema: Nothing, act, again: page(world, req, res) })
  })
  return router
}

function page(world: World, req: Request, res: Response) {
  return async (typed?: Typed) => {
    const mayInvite = can(req.person, 'person.invite')
    return PeoplePage({
      shell: shell(req, res),
      people: await listPeopleFor(world.db.reader, req.person),
      invitations: mayInvite ? await listInvitations(world.db) : undefined,
      typed,
    })
  }
}
