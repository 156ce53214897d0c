import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { TokenMadePage } from '../../views/tokens/token-made.ts'
import { TokensPage } from '../../views/tokens/tokens-page.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { Nothing, choice, line, someOf } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { ownOrigin } from '../http/security.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { listTokens, makeToken, revokeToken } from './token.ts'
import { lifetimes, scopes } from './words.ts'

const NewToken = z.strictObject({
  name: line('Say what the token is for: the program or the machine that will use it.', 100),
  scopes: someOf(scopes, 'Tick at least one.'),
  days: choice(lifetimes, 'Choose how long it works.').transform(Number),
})

/** One's own API tokens. */
export function tokenRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/account/tokens', async (req, res) => send(res, await page(req, res)))

  router.post('/account/tokens', (req, res) => {
    const act = async (input: z.output<typeof NewToken>) => {
      const token = await makeToken(db, req.person, input)
      const address = `${ownOrigin(req, world.config)}/api/v1`
      send(res, TokenMadePage({ shell: shell(req, res), name: input.name, token, address }))
    }
    return submit(req, res, { schema: NewToken, act, again: (typed) => page(req, res, typed) })
  })

  router.post('/account/tokens/:id/revocation', (req, res) => {
    const act = async () => {
      await revokeToken(db, req.person, idParam(req, 'token'))
      see(res, '/account/tokens', 'The token is revoked. Programs that use it are refused from now on.')
    }
    return submit(req, res, { schema: Nothing, act, again: (typed) => page(req, res, typed) })
  })

  async function page(req: Request, res: Response, typed?: Typed) {
    return TokensPage({ shell: shell(req, res), tokens: await listTokens(db, req.person), typed })
  }
  return router
}
