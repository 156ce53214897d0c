import { type Request, type Response, Router } from 'express'
import type { Html } from '../../views/html.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { ComparePage } from '../../views/versions/compare-page.ts'
import { NewVersionPage } from '../../views/versions/new-version-page.ts'
import { PreviewPage } from '../../views/versions/preview-page.ts'
import { VersionListPage } from '../../views/versions/version-list-page.ts'
import { VersionPage } from '../../views/versions/version-page.ts'
import { permit } from '../accounts/permissions.ts'
import { readArticle, readText } from '../articles/article.ts'
import { shapedBlocks } from '../articles/blocks.ts'
import { readDocument } from '../articles/document.ts'
import { fetchText } from '../articles/fetched.ts'
import { filledIn } from '../articles/sent-text.ts'
import { claimsInVersion } from '../claims/place.ts'
import { receiveForm } from '../documents/upload.ts'
import { BadInput, missing } from '../errors.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { ConfirmedVersionForm, NewVersionForm } from './fields.ts'
import { type Prepared, prepareVersion } from './prepare.ts'
import { addVersion, compareVersions, readVersion, readVersions } from './version.ts'
import { takenIn } from './words.ts'

/** The versions of an article: taking another one in, reading and comparing older ones. */
export function versionRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/articles/:id/versions', async (req, res) => {
    const { article, versions } = await readVersions(db.reader, idParam(req, 'article'))
    send(res, VersionListPage({ shell: shell(req, res), person: req.person, article, versions }))
  })

  router.get('/articles/:id/versions/new', async (req, res) => {
    permit(req.person, 'article.addVersion')
    send(res, await form(world, req, res, fresh()))
  })

  router.post('/articles/:id/versions/preview', async (req, res) => {
    permit(req.person, 'article.addVersion')
    const { id } = await readArticle(db.reader, idParam(req, 'article'))
    const file = await receiveForm(req, res)
    const { body, problem } = filledIn(req.body ?? {}, file && (await readDocument(file)), false)
    req.body = body
    await look(world, req, res, { articleId: id, problem })
  })

  router.post('/articles/:id/versions/fetch', async (req, res) => {
    permit(req.person, 'article.addVersion')
    const { id, url } = await readArticle(db.reader, idParam(req, 'article'))
    await submit(req, res, {
      schema: Nothing,
      act: async () => {
        const read = url ? await fetchText(world.fetching, req.person, url) : noAddress
        const { body, problem } = filledIn({}, read, false)
        if (problem) throw new BadInput({ '': problem })
        req.body = body
        await look(world, req, res, { articleId: id })
      },
      again: (typed) => form(world, req, res, typed),
    })
  })

  router.post('/articles/:id/versions', async (req, res) => {
    permit(req.person, 'article.addVersion')
    const { id } = await readArticle(db.reader, idParam(req, 'article'))
    await receiveForm(req, res, { many: true })
    await submit(req, res, {
      schema: ConfirmedVersionForm,
      act: async ({ text, shape, base, place }) => {
        const prepared = await prepareVersion(db.reader, id, { text, blocks: shapedBlocks(text, shape) })
        const number = await addVersion(db, req.person, prepared, { base, places: place })
        see(res, `/articles/${id}`, takenIn(number, prepared))
      },
      again: (typed) => lookAgain(world, req, res, typed),
    })
  })

  router.get('/articles/:id/versions/compare', async (req, res) => {
    const articleId = idParam(req, 'article')
    const { from = '', to = '' } = query(req)
    const compared = await compareVersions(db.reader, articleId, { from: readId(from) ?? 0, to: readId(to) ?? 0 })
    send(res, ComparePage({ shell: shell(req, res), ...compared }))
  })

  router.get('/articles/:id/versions/:number', async (req, res) => {
    const article = await readArticle(db.reader, idParam(req, 'article'))
    const number = readId(String(req.params.number)) ?? missing('version of this article')
    const version = await readVersion(db.reader, article.id, number)
    const claims = await claimsInVersion(db.reader, version.versionId)
    const newest = await readText(db.reader, article.id)
    send(res, VersionPage({ shell: shell(req, res), article, version, claims, newest: newest.number }))
  })

  return router
}

const noAddress = { problem: 'The article has no address. Give it one under “Edit details”, or paste the text.' }

type Sent = { articleId: number; problem?: string | undefined }

// What the text that was sent or fetched would change.
const look = ({ db, ...world }: World, req: Request, res: Response, { articleId, problem }: Sent) =>
  submit(req, res, {
    schema: NewVersionForm(problem),
    act: async ({ text, shape }) => {
      const prepared = await prepareVersion(db.reader, articleId, { text, blocks: shapedBlocks(text, shape) })
      send(res, preview(req, res, prepared, fresh({ text, shape })))
    },
    again: (typed) => form({ db, ...world }, req, res, typed),
  })

async function form({ db }: World, req: Request, res: Response, typed: Typed): Promise<Html> {
  const article = await readArticle(db.reader, idParam(req, 'article'))
  const { number } = await readText(db.reader, article.id)
  return NewVersionPage({ shell: shell(req, res), article, number: number + 1, typed })
}

const preview = (req: Request, res: Response, prepared: Prepared, typed: Typed) =>
  PreviewPage({ shell: shell(req, res), prepared, typed })

// What stood in the way is told above a preview of what would happen now; or above the form, where there is none.
async function lookAgain(world: World, req: Request, res: Response, typed: Typed): Promise<Html> {
  const { text = '', shape = '' } = typed.values
  try {
    const read = { text: String(text), blocks: shapedBlocks(String(text), String(shape)) }
    return preview(req, res, await prepareVersion(world.db.reader, idParam(req, 'article'), read), typed)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return form(world, req, res, { ...typed, problems: { ...typed.problems, ...error.problems } })
  }
}
