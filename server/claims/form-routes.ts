import { type Request, type Response, Router } from 'express'
import { ClaimEditPage } from '../../views/claims/claim-edit-page.ts'
import { CheckedBefore, ClaimNewPage, ClaimNewSection } from '../../views/claims/claim-new-page.ts'
import { type Typed, fresh, valueOf } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { type Article, readArticle, readText } from '../articles/article.ts'
import { BadInput } from '../errors.ts'
import { acceptEdited } from '../finding/decide.ts'
import { proposedValues } from '../finding/proposed-values.ts'
import { readPlace } from '../finding/words.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { precedentsFor } from '../precedents/precedent.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { readChoices } from './choices.ts'
import { readClaim } from './claim.ts'
import { type Context, readContext } from './context.ts'
import { editClaim } from './edit.ts'
import { claimValues, likelyKind } from './field-values.ts'
import { EditedClaim, NewClaimForm, Place, noPlace } from './fields.ts'
import { formPlace } from './form-place.ts'
import { makeClaim } from './make.ts'

/** The forms that a claim is made and edited with. */
export function claimFormRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claims/new', async (req, res) => {
    permit(req.person, 'claim.add')
    send(res, await newForm(world, req, res))
  })

  router.get('/claims/new/checked', async (req, res) => {
    permit(req.person, 'claim.add')
    const form = await readNewForm(world, req, fresh(query(req)))
    const precedents = await precedentsFor(db.reader, askedOfForm(form))
    send(res, CheckedBefore({ ...form, precedents, level: query(req).level === '2' ? 2 : 3 }))
  })

  router.post('/claims', (req, res) =>
    submit(req, res, {
      schema: NewClaimForm,
      act: async ({ article, text: versionId, start, end, assignee, candidate, ...rest }) => {
        const at = { articleId: article, versionId, quoteStart: start, quoteEnd: end }
        const input = { ...at, ...rest, assigneeId: assignee }
        const proposed = candidate === null ? undefined : readPlace(candidate)
        if (proposed) {
          const { finding } = await acceptEdited(db, req.person, {
            asked: { articleId: article, versionId, ...proposed },
            input,
          })
          const next = `/articles/${article}?candidate=${proposed.end}-${proposed.end}`
          return finding === undefined ? see(res, next, 'The claim is made.') : see(res, `${next}&done=${finding}`)
        }
        const made = await makeClaim(db, req.person, input)
        see(res, `/articles/${article}?claim=${made}`, 'The claim is made.')
      },
      again: (typed) => newForm(world, req, res, typed),
    }),
  )

  router.get('/claims/:id/edit', async (req, res) => {
    permit(req.person, 'claim.edit')
    send(res, await editForm(world, req, res))
  })

  router.post('/claims/:id', (req, res) => {
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: EditedClaim,
      act: async ({ assignee, ...rest }) => {
        await editClaim(db, req.person, claimId, { ...rest, assigneeId: assignee })
        see(res, `/claims/${claimId}`, 'Saved.')
      },
      again: (typed) => editForm(world, req, res, typed),
    })
  })
  return router
}

async function newForm(world: World, req: Request, res: Response, typed?: Typed) {
  const form = await readNewForm(world, req, typed)
  const shown = { ...form, precedents: await precedentsFor(world.db.reader, askedOfForm(form)) }
  return isPartial(req) ? ClaimNewSection(shown) : ClaimNewPage({ ...shown, shell: shell(req, res) })
}

async function readNewForm({ db }: World, req: Request, typed?: Typed) {
  const at = Place.safeParse(typed?.values ?? query(req))
  if (!at.success) throw new BadInput({ '': noPlace })
  const article = await readArticle(db.reader, at.data.article)
  const current = await readText(db.reader, article.id)
  const text = typed && readId(valueOf(typed, 'text'))
  const { anchor, context, versionId } = await formPlace(db.reader, current, { text, ...at.data })
  const place = { ...anchorFields(anchor), text: String(versionId) }
  return {
    article,
    context,
    choices: await readChoices(db.reader, req.person),
    typed: typed
      ? { ...typed, values: { ...typed.values, ...place } }
      : fresh({
          ...startOf(anchor.quote),
          ...(await proposedValues(db.reader, article.id, query(req).candidate)),
          ...at.data,
          ...place,
        }),
  }
}

const askedOfForm = ({ article, context, typed }: { article: Article; context: Context; typed: Typed }) => ({
  text: valueOf(typed, 'statement') || context.quote,
  before: `${context.before} ${context.quote}`,
  after: context.after,
  speaker: valueOf(typed, 'claimant'),
  on: valueOf(typed, 'claimedOn') || (article.publishedOn ?? ''),
})

const startOf = (quote: string) => ({ statement: quote.replaceAll(/\s+/gu, ' '), kind: likelyKind(quote), priority: 2 })
const anchorFields = ({ start, end }: { start: number; end: number }) => ({ start: String(start), end: String(end) })

async function editForm({ db }: World, req: Request, res: Response, typed?: Typed) {
  const claim = await readClaim(db.reader, idParam(req, 'claim'))
  return ClaimEditPage({
    shell: shell(req, res),
    claim,
    context: await readContext(db.reader, claim.versionId, { start: claim.quoteStart, end: claim.quoteEnd }),
    choices: await readChoices(db.reader, req.person, claim),
    typed: typed ?? fresh(claimValues(claim)),
  })
}
