import { type Request, type Response, Router } from 'express'
import { ListPage, NewListPage } from '../../views/lists/list-page.ts'
import { ListsPage } from '../../views/lists/lists-page.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { can } from '../accounts/permissions.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { ListForm, NewListForm } from './fields.ts'
import { changeList, listsRemoved, listsSeen, readList, removeList, returnList, saveList, valuesOf } from './list.ts'

/** Lists of claims that people come back to: saved, shared, changed, removed and put back. */
export function listsRoutes({ db }: World): Router {
  const router = Router()

  router.get('/lists', async (req, res) => send(res, await all(req, res, fresh())))

  router.get('/lists/new', (req, res) => {
    send(res, blank(req, res, fresh({ query: query(req).list ?? '' })))
  })

  router.post('/lists', (req, res) =>
    submit(req, res, {
      schema: NewListForm,
      act: async (fields) => {
        await saveList(db, req.person, fields)
        see(res, addressOf(fields.query), `The list is saved as “${fields.name}”.`)
      },
      again: (typed) => blank(req, res, typed),
    }),
  )

  router.get('/lists/:id', async (req, res) => send(res, await one(req, res)))

  router.post('/lists/:id', async (req, res) => {
    const { id } = await readList(db.reader, req.person, idParam(req, 'list'))
    await submit(req, res, {
      schema: ListForm,
      act: async (fields) => {
        await changeList(db, req.person, { id, ...fields })
        see(res, '/lists', `“${fields.name}” is changed.`)
      },
      again: (typed) => one(req, res, typed),
    })
  })

  router.post('/lists/:id/removal', (req, res) =>
    submit(req, res, {
      schema: Nothing,
      act: async () => {
        const { name } = await removeList(db, req.person, idParam(req, 'list'))
        see(res, '/lists#removed', `“${name}” is removed. It can be put back.`)
      },
      again: (typed) => all(req, res, typed),
    }),
  )

  router.post('/lists/:id/return', (req, res) =>
    submit(req, res, {
      schema: Nothing,
      act: async () => {
        const { name } = await returnList(db, req.person, idParam(req, 'list'))
        see(res, '/lists', `“${name}” is back.`)
      },
      again: (typed) => all(req, res, typed),
    }),
  )

  async function all(req: Request, res: Response, typed: Typed) {
    const { person } = req
    const [lists, removed] = [await listsSeen(db.reader, person), await listsRemoved(db.reader, person)]
    return ListsPage({ shell: shell(req, res), person, lists, removed, typed })
  }

  const blank = (req: Request, res: Response, typed: Typed) =>
    NewListPage({ shell: shell(req, res), typed, mayShare: can(req.person, 'list.share') })

  async function one(req: Request, res: Response, typed?: Typed) {
    const list = await readList(db.reader, req.person, idParam(req, 'list'))
    const may = { share: can(req.person, 'list.share'), edit: can(req.person, 'list.edit', list) }
    const values = { ...valuesOf(list), query: addressOf(list.query), version: list.version }
    return ListPage({ shell: shell(req, res), list, may, typed: typed ?? fresh(values) })
  }

  return router
}

const addressOf = (query: string) => (query === '' ? '/claims' : `/claims?${query}`)
