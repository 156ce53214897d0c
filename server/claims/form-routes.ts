import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ClaimEditPage } from '../../views/claims/claim-edit-page.ts'
import { ClaimNewPage, ClaimNewSection } from '../../views/claims/claim-new-page.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { readArticle, readText } from '../articles/article.ts'
import { BadInput } from '../errors.ts'
import {
  choice,
  id,
  optionalId,
  optionalLine,
  optionalText,
  partialDate,
  text,
  version,
  wholeDate,
} from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { anchorOf } from './anchor.ts'
import { readChoices } from './choices.ts'
import { readClaim } from './claim.ts'
import { contextIn, readContext } from './context.ts'
import { editClaim, makeClaim } from './edit.ts'
import { claimValues, likelyKind } from './field-values.ts'
import { splitTags } from './tag.ts'
import { claimKinds, priorities } from './words.ts'

const details = {
  statement: text('Write the claim as one sentence that stands alone.', 1_000),
  claimant: optionalLine(200),
  claimantRole: optionalLine(200),
  reportedBy: optionalLine(200),
  claimedOn: partialDate(),
  claimedPlace: optionalLine(300),
  kind: choice(claimKinds, 'Choose what kind of claim it is.'),
  priority: choice(['1', '2', '3'], 'Choose a priority.').transform((value) => priorities[Number(value) - 1] ?? 2),
  tags: optionalText(1_000).transform((value, context) => {
    const { tags, problem } = splitTags(value ?? '')
    if (problem) context.addIssue({ code: 'custom', message: problem })
    return tags
  }),
  assignee: optionalId('Choose somebody from the list.'),
  dueOn: wholeDate(),
}

const noPlace = 'This does not say which words of the article are meant. Select them in the article again.'
const offset = z
  .string(noPlace)
  .regex(/^\d{1,9}$/, noPlace)
  .transform(Number)
const place = { article: id(noPlace), start: offset, end: offset }

const Place = z.object(place)
const New = z.strictObject({ ...details, ...place, text: id(noPlace) }).superRefine(nameWithRole)
const Edit = z.strictObject({ ...details, version: version() }).superRefine(nameWithRole)

function nameWithRole(
  { claimant, claimantRole }: { claimant: string | null; claimantRole: string | null },
  context: z.RefinementCtx,
): void {
  if (claimantRole && !claimant)
    context.addIssue({ code: 'custom', path: ['claimant'], message: 'Give the name of whoever has this role.' })
}

/** The forms that a claim is made and edited with. */
export function claimFormRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claims/new', async (req, res) => {
    permit(req.person, 'claim.add')
    send(res, await newForm(world, req, res))
  })

  router.post('/claims', (req, res) =>
    submit(req, res, {
      schema: New,
      act: async ({ article, text: versionId, start, end, assignee, ...rest }) => {
        const at = { articleId: article, versionId, quoteStart: start, quoteEnd: end }
        const made = await makeClaim(db, req.person, { ...at, ...rest, assigneeId: assignee })
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
      schema: Edit,
      act: async ({ assignee, ...rest }) => {
        await editClaim(db, req.person, claimId, { ...rest, assigneeId: assignee })
        see(res, `/claims/${claimId}`, 'Saved.')
      },
      again: (typed) => editForm(world, req, res, typed),
    })
  })
  return router
}

async function newForm({ db }: World, req: Request, res: Response, typed?: Typed) {
  const at = Place.safeParse(typed?.values ?? query(req))
  if (!at.success) throw new BadInput({ '': noPlace })
  const article = await readArticle(db.reader, at.data.article)
  const current = await readText(db.reader, article.id)
  const anchor = anchorOf(current.text, at.data.start, at.data.end)
  const form = {
    article,
    context: contextIn(current.text, current.sentences, anchor),
    choices: await readChoices(db.reader, req.person),
    typed: typed ?? fresh({ ...startOf(anchor.quote), ...at.data, ...anchorFields(anchor), text: current.versionId }),
  }
  return isPartial(req) ? ClaimNewSection(form) : ClaimNewPage({ ...form, shell: shell(req, res) })
}

const startOf = (quote: string) => ({ statement: quote.replaceAll(/\s+/gu, ' '), kind: likelyKind(quote), priority: 2 })
const anchorFields = ({ start, end }: { start: number; end: number }) => ({ start, end })

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
