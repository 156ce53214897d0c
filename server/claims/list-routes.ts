import { type Request, Router } from 'express'
import { z } from 'zod'
import { ClaimListPage, ClaimListPart } from '../../views/claims/claim-list.ts'
import { valueOf } from '../../views/parts/typed.ts'
import { optionalText, text } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { query } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { listsSeen } from '../lists/list.ts'
import type { World } from '../world.ts'
import { type ColumnKey, columnKeys, readColumns } from './column-words.ts'
import { columnsFor, rememberColumns } from './columns.ts'
import { filterIn, listAddress, readFilter } from './filter.ts'
import { listClaims } from './list.ts'
import { placeText, readCursor } from './list-order.ts'

const noColumns = 'Choose the columns again.'
const ColumnsForm = z.strictObject({
  columns: text(noColumns, 400).transform((value, context) => {
    const read = readColumns(value)
    if (!read) context.addIssue({ code: 'custom', message: noColumns })
    return read ?? []
  }),
  list: optionalText(4_000),
})

export function listRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claims', async (req, res) => {
    const { once, isTicked } = withBoxes(query(req))
    const { after: _after, before: _before, ...named } = once
    const { filter, problems } = readFilter(named)
    // A form without JavaScript names every field, the empty ones too: its address is shortened to what was chosen.
    const isLong = isTicked || Object.values(named).includes('')
    if (problems.length === 0 && isLong && !isPartial(req)) return res.redirect(303, listAddress('/claims', filter))
    const shown = await readPage(req, once)
    res.setHeader('Vary', 'HX-Request-Type')
    if (!isPartial(req)) return send(res, ClaimListPage({ shell: shell(req, res), ...shown }))
    res.setHeader('HX-Push-Url', listAddress('/claims', shown.list.filter))
    send(res, ClaimListPart(shown))
  })

  router.post('/claims/columns', (req, res) =>
    submit(req, res, {
      schema: ColumnsForm,
      act: async ({ columns, list }) => {
        await rememberColumns(db, req.person, columns)
        see(
          res,
          listAddress('/claims', { ...filterIn(list ?? ''), columns: null }),
          'The columns are remembered for you.',
        )
      },
      again: async (typed) => {
        const asked = Object.fromEntries(new URLSearchParams(valueOf(typed, 'list')))
        const problems = [...Object.values(typed.problems), ...(typed.notice ? [typed.notice] : [])]
        return ClaimListPage({ shell: shell(req, res), ...(await readPage(req, asked, problems)) })
      },
    }),
  )

  async function readPage(req: Request, asked: Record<string, string>, more: string[] = []) {
    const { after = '', before = '', ...named } = asked
    const { filter, problems } = readFilter(named)
    const { cursor, problem } = readCursor({ after, before }, filter.sort)
    const columns = await columnsFor(db.reader, req.person, filter)
    const list = await listClaims(db.reader, { viewer: req.person, filter, cursor, today: db.clock.now(), columns })
    list.problems.unshift(...more, ...problems, ...(problem ? [problem] : []))
    const places = {
      previous: list.previous && placeText(list.previous),
      next: list.next && placeText(list.next),
      isFirst: cursor === null,
    }
    return { list, places, viewer: req.person, lists: await listsSeen(db.reader, req.person) }
  }

  return router
}

// The form of the columns has a box for each: `show_due=yes` is one of the columns in the address that it is sent on to.
function withBoxes(named: Record<string, string>): { once: Record<string, string>; isTicked: boolean } {
  const { columns = '', ...others } = named
  const ticked = Object.keys(others).filter((name) => columnOf(name) !== undefined)
  if (ticked.length === 0) return { once: named, isTicked: false }
  const once = Object.fromEntries(Object.entries(others).filter(([name]) => !ticked.includes(name)))
  return { once: { ...once, columns: [columns, ...ticked.map(columnOf)].join(',') }, isTicked: true }
}

const columnOf = (name: string): ColumnKey | undefined => columnKeys.find((key) => name === `show_${key}`)
