import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { CorrectionPage } from '../../views/corrections/correction-page.ts'
import type { PanelForm } from '../../views/corrections/correction-panel.ts'
import { permit } from '../accounts/permissions.ts'
import { readClaim } from '../claims/claim.ts'
import { id, incomplete, line, text } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { citeClaim, removeCitation } from './citation.ts'
import { claimOfFlag, clearFlag } from './flag.ts'
import { correctionFacts } from './panel.ts'
import { proposalRoutes } from './proposal-routes.ts'

const CitationForm = z.strictObject({ cited: line('Write the number of the earlier claim, such as 3-12.', 40) })
const RemovalForm = z.strictObject({ cited: id(incomplete) })
const ClearingForm = z.strictObject({ note: text('Say what you found when you looked again.', 500) })

/** Correcting what is published, and what follows for others. */
export function correctionRoutes(world: World): Router {
  const router = Router()
  const { db } = world
  router.use(proposalRoutes(world))

  router.get('/claims/:id/corrections', async (req, res) => send(res, await page(req, res, idParam(req, 'claim'))))

  router.post('/claims/:id/citations', (req, res) => {
    permit(req.person, 'citation.edit')
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: CitationForm,
      act: async ({ cited }) => {
        await citeClaim(db, req.person, claimId, cited)
        see(
          res,
          `/claims/${claimId}#corrections-${claimId}`,
          'Noted. If that decision is corrected, this claim is flagged.',
        )
      },
      again: (typed) => page(req, res, claimId, { form: 'citation', typed }),
    })
  })

  router.post('/claims/:id/citations/removal', (req, res) => {
    permit(req.person, 'citation.edit')
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: RemovalForm,
      act: async ({ cited }) => {
        await removeCitation(db, req.person, claimId, cited)
        see(res, `/claims/${claimId}#corrections-${claimId}`, 'Taken off.')
      },
      again: (typed) => page(req, res, claimId, { form: 'publication', typed }),
    })
  })

  router.post('/flags/:id/clearing', (req, res) => {
    permit(req.person, 'flag.clear')
    const flag = idParam(req, 'flag')
    return submit(req, res, {
      schema: ClearingForm,
      act: async ({ note }) => {
        const claimId = await clearFlag(db, req.person, flag, note)
        see(res, `/claims/${claimId}`, 'The flag is off. What you found is in the history.')
      },
      again: async (typed) => page(req, res, await claimOfFlag(db.reader, flag), againFor(flag, typed)),
    })
  })

  async function page(req: Request, res: Response, claimId: number, typed?: PanelForm) {
    const { person } = req
    const claim = await readClaim(db.reader, claimId)
    const facts = await correctionFacts(db.reader, person, claim)
    const isThere = typed?.form !== 'flag' || facts.flags.some((flag) => flag.id === typed.flag)
    const shown: PanelForm | undefined = isThere || !typed ? typed : { form: 'publication', typed: typed.typed }
    return CorrectionPage({ shell: shell(req, res), claim, person, facts, typed: shown })
  }

  return router
}

const againFor = (flag: number, typed: PanelForm['typed']): PanelForm => ({ form: 'flag', flag, typed })
