import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { WebhookMadePage } from '../../views/webhooks/webhook-made.ts'
import { WebhooksPage } from '../../views/webhooks/webhooks-page.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { Nothing, someOf, webAddress } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { counted } from '../values/count.ts'
import type { World } from '../world.ts'
import { addWebhook, readWebhooks, removeWebhook, resumeWebhook, testWebhook } from './webhook.ts'
import { replaySeconds, webhookEvents } from './words.ts'

const NewWebhook = z.strictObject({
  address: webAddress().transform((address, context) => {
    if (address !== null) return address
    context.addIssue({ code: 'custom', message: 'Give the address that is to be told.' })
    return z.NEVER
  }),
  events: someOf(webhookEvents, 'Tick at least one.'),
})

/** The addresses that are told what is published, for admins. */
export function webhookRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/settings/webhooks', async (req, res) => {
    permit(req.person, 'webhook.manage')
    send(res, await page(req, res))
  })

  router.post('/settings/webhooks', (req, res) => {
    permit(req.person, 'webhook.manage')
    const act = async (input: z.output<typeof NewWebhook>) => {
      const secret = await addWebhook(db, req.person, input)
      send(res, WebhookMadePage({ shell: shell(req, res), address: input.address, secret, replaySeconds }))
    }
    return submit(req, res, { schema: NewWebhook, act, again: (typed) => page(req, res, typed) })
  })

  router.post('/settings/webhooks/:id/test', (req, res) => {
    permit(req.person, 'webhook.manage')
    const act = async () => {
      await testWebhook(db, req.person, idParam(req, 'webhook'))
      see(res, '/settings/webhooks#deliveries', 'A test is on its way. Load this page again to see what came of it.')
    }
    return submit(req, res, { schema: Nothing, act, again: (typed) => page(req, res, typed) })
  })

  router.post('/settings/webhooks/:id/resumption', (req, res) => {
    permit(req.person, 'webhook.manage')
    const act = async () => {
      const waiting = await resumeWebhook(db, req.person, idParam(req, 'webhook'))
      const sent =
        waiting === 0 ? 'Nothing waited for it.' : `${counted(waiting, 'message')} that waited for it will be sent now.`
      see(res, '/settings/webhooks#deliveries', `It is told again. ${sent}`)
    }
    return submit(req, res, { schema: Nothing, act, again: (typed) => page(req, res, typed) })
  })

  router.post('/settings/webhooks/:id/removal', (req, res) => {
    permit(req.person, 'webhook.manage')
    const act = async () => {
      await removeWebhook(db, req.person, idParam(req, 'webhook'))
      see(res, '/settings/webhooks', 'Removed: it is told nothing any more.')
    }
    return submit(req, res, { schema: Nothing, act, again: (typed) => page(req, res, typed) })
  })

  async function page(req: Request, res: Response, typed?: Typed) {
    const { publicUrl } = world.config
    return WebhooksPage({ shell: shell(req, res), ...(await readWebhooks(db.reader)), publicUrl, replaySeconds, typed })
  }
  return router
}
