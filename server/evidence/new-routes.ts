import { type Request, type Response, Router } from 'express'
import { EvidencePage } from '../../views/evidence/evidence-page.ts'
import { NewEvidence } from '../../views/evidence/new-evidence.ts'
import { SourceMatches } from '../../views/evidence/source-matches.ts'
import { type Typed, fresh, valueOf } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { submit, typedValues } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { sourceAt } from '../sources/source.ts'
import type { World } from '../world.ts'
import { attachEvidence } from './attach.ts'
import { type ClaimOfEvidence, claimNumbered, claimOfEvidence } from './evidence.ts'
import { FromChosen, FromNew } from './fields.ts'
import { markedPassage, placeInCopy } from './marked.ts'
import { offerSources } from './offer.ts'

type Asked = { req: Request; res: Response; claim: ClaimOfEvidence }

/** Adding evidence: the form, its search for a source, and the one submit that makes both. */
export function newEvidenceRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claims/:id/evidence/new', async (req, res) => {
    permit(req.person, 'evidence.add')
    const claim = await claimOfEvidence(db.reader, idParam(req, 'claim'))
    const { source_q = '', source = 'new', copy = '', mark = '' } = query(req)
    const marked = await markedPassage(db.reader, req.person, { source, copy, mark })
    send(res, await form(world, { req, res, claim }, fresh({ source_q, source, ...marked })))
  })

  router.post('/claims/:id/evidence', async (req, res) => {
    permit(req.person, 'evidence.add')
    const claim = await claimOfEvidence(db.reader, idParam(req, 'claim'))
    const typed: Typed = { values: typedValues(req), problems: {} }
    if (onlySearches(typed) && !req.resumed) return send(res, await form(world, { req, res, claim }, typed))
    await submit<typeof FromNew | typeof FromChosen>(req, res, {
      schema: valueOf(typed, 'source') === 'new' ? FromNew : FromChosen,
      act: async (input) => {
        const { evidence, wasKnown } = await attachEvidence(db, req.person, { claimId: claim.id, ...input })
        if (isPartial(req)) see(res, `/claims/${claim.id}`)
        else see(res, `/claims/${claim.id}#evidence-${evidence}`, wasKnown ? addedFromKnown : 'Evidence added.')
      },
      again: (again) => form(world, { req, res, claim }, again),
    })
  })

  router.get('/evidence/from-copy', async (req, res) => {
    permit(req.person, 'evidence.add')
    const { claim = '', source = '', ...asked } = query(req)
    const id = await claimNumbered(db.reader, claim)
    const place = await placeInCopy(db.reader, req.person, { source, copy: '', mark: '', paragraph: '', ...asked })
    see(res, `/claims/${id}/evidence/new?${new URLSearchParams({ source, ...place }).toString()}`)
  })

  router.get('/evidence/source-matches', async (req, res) => {
    permit(req.person, 'evidence.add')
    const { source_q = '', source: chosen = '', article = '' } = query(req)
    const q = source_q.trim()
    const offered = await offerSources(db.reader, req.person, { q, article: Number(article) || 0, chosen })
    send(res, SourceMatches({ offered, q, chosen }))
  })

  return router
}

const addedFromKnown = 'Evidence added. The address was known already, so the source kept under it was used.'

// “Find” was pressed, or Enter in the search field before anything else was filled in.
const onlySearches = (typed: Typed) =>
  valueOf(typed, 'find') === 'yes' ||
  (valueOf(typed, 'source_q') !== '' &&
    valueOf(typed, 'source') === 'new' &&
    ['title', 'url', 'passage', 'note', 'stance'].every((name) => valueOf(typed, name) === ''))

async function form({ db }: World, { req, res, claim }: Asked, typed: Typed) {
  const q = valueOf(typed, 'source_q').trim()
  const wanted = { q, article: claim.articleId, chosen: valueOf(typed, 'source') }
  const offered = await offerSources(db.reader, req.person, wanted)
  const known = await sourceAt(db.reader, req.person, valueOf(typed, 'url'), valueOf(typed, 'doi'))
  const inPlace = isPartial(req)
  const section = NewEvidence({ claim, typed, offered, known, inPlace })
  return inPlace ? section : EvidencePage({ shell: shell(req, res), claim, title: 'Add evidence', section })
}
