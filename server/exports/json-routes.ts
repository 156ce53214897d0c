import { type Request, type Response, Router } from 'express'
import type { Conn } from '../../db/conn.ts'
import { readArticle } from '../articles/article.ts'
import { listAddress } from '../claims/filter.ts'
import { listClaims } from '../claims/list.ts'
import { placeText, readCursor } from '../claims/list-order.ts'
import { BadRequest } from '../errors.ts'
import { idParam, query } from '../http/params.ts'
import { sendJson } from '../http/reply.ts'
import { ownOrigin } from '../http/security.ts'
import type { World } from '../world.ts'
import { schemaVersion } from './column.ts'
import { namedRecords } from './export.ts'
import { readList } from './request.ts'
import { type ClaimFile, claimFiles } from './words.ts'

/** The lists for programs: the same rows in the same order and under the same names as in CSV, a page at a time. */
export function jsonRoutes(world: World): Router {
  const router = Router()
  for (const file of claimFiles) {
    router.get([`/${file}.json`, `/articles/:id/${file}.json`], (req, res) => sendPage(world, file, req, res))
  }
  return router
}

/** The id of the article whose list is asked for; undefined for the list of all. Throws NotFound. */
export async function articleIn(conn: Conn, req: Request): Promise<number | undefined> {
  return 'id' in req.params ? (await readArticle(conn, idParam(req, 'article'))).id : undefined
}

async function sendPage({ db, config }: World, file: ClaimFile, req: Request, res: Response): Promise<void> {
  const today = db.clock.now()
  const { after = '', before = '', ...named } = query(req)
  const article = await articleIn(db.reader, req)
  if (article !== undefined && 'article' in named) throw new BadRequest(400, 'The article is in the address already.')
  const whole = article === undefined ? named : { ...named, article: String(article) }
  const { filter } = await readList(db.reader, { query: whole, viewer: req.person, today })
  const { cursor, problem } = readCursor({ after, before }, filter.sort)
  if (problem) throw new BadRequest(400, 'This page does not belong to this list. Start at its beginning.')
  const { rows, total, next } = await listClaims(db.reader, { viewer: req.person, filter, cursor, today })
  const ids = rows.map(({ id }) => id)
  const made = { origin: ownOrigin(req, config), at: today.toISOString() }
  sendJson(res, {
    [file]: await namedRecords(db.reader, file, ids, made),
    claim_count: total.count,
    claim_count_is_lower_bound: total.more,
    next: next && listAddress(`/${file}.json`, filter, { after: placeText(next) }),
    exported_at: made.at,
    schema_version: schemaVersion,
  })
}
