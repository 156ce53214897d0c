import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, can } from '../accounts/permissions.ts'
import { commentTexts } from '../comments/text.ts'
import { missing } from '../errors.ts'
import type { EventBody } from '../history/body.ts'
import { type EventLine, linesOf } from '../history/history.ts'
import { pageOf } from '../values/paging.ts'
import { countUnread, findNotification, notificationRows, setAllRead, setRead } from './store.ts'
import type { NotificationReason } from './words.ts'

/** What somebody is told: an event in its own sentence, and why they get it. */
export type Notice = {
  id: number
  reason: NotificationReason
  isRead: boolean
  line: EventLine
  /** What was commented, in Markdown, when it is that and was not erased. */
  comment: string | undefined
}

const viewedBy = (person: Person) => ({ viewer: person.id, confidential: can(person, 'source.seeConfidential') })

/** More than this is not counted. */
const mostCounted = 100

/** How many unread notifications somebody has, of events that they may see; 100 stands for that and more. One query. */
export const unreadOf = (conn: Conn, person: Person): Promise<number> =>
  countUnread(conn, viewedBy(person), mostCounted)

type Page = { before?: number | undefined; limit: number; unread?: boolean }

/** The newest notifications of somebody, of events that they may see and that came before the event `before`. */
export async function noticesOf(conn: Conn, person: Person, page: Page): Promise<Notice[]> {
  const rows = await notificationRows(conn, viewedBy(person), page)
  const lines = await linesOf(conn, rows)
  const commentIds = rows.flatMap((row) => commentIn(row) ?? [])
  const texts = commentIds.length > 0 ? await commentTexts(conn, commentIds) : new Map<number, string>()
  return rows.flatMap((row, index) => {
    const line = lines[index]
    const { id, reason, readAt } = row
    return line ? { id, reason, isRead: readAt !== null, line, comment: texts.get(commentIn(row) ?? 0) } : []
  })
}

const pageLength = 50

/** One page of the list; `next` is the `before` of the page after it, if there is one. */
export async function readNotices(conn: Conn, person: Person, before: number | undefined) {
  const found = await noticesOf(conn, person, { before, limit: pageLength + 1 })
  const { rows, last } = pageOf(found, pageLength)
  return { notices: rows, next: last?.line.seq }
}

/** Marks a notification as read and returns where it leads. Throws NotFound for another person's, and for what they may not see. */
export function openNotice(db: Db, person: Person, id: number): Promise<string> {
  return write(db, async (tx) => {
    const row = (await findNotification(tx, viewedBy(person), id)) ?? missing('notification')
    await setRead(tx, row.id)
    return placeOf(row)
  })
}

/** Marks everything of a person as read that was there with the event `upTo`: what came later they have not seen. */
export function readAll(db: Db, person: Person, upTo: number): Promise<void> {
  return write(db, (tx) => setAllRead(tx, person.id, upTo))
}

type Row = { claimId: number | null; body: Buffer }

// The body is what `record` made.
const dataOf = ({ body }: Row) => (JSON.parse(body.toString()) as EventBody).data

const idIn = (value: unknown) => (typeof value === 'number' ? value : undefined)
const commentIn = (row: Row) => idIn(dataOf(row).comment)

function placeOf(row: Row): string {
  const { comment, verdict, webhook } = dataOf(row)
  if (row.claimId === null) return `/settings/webhooks#webhook-${idIn(webhook)}`
  const at = idIn(comment) ? `#comment-${idIn(comment)}` : idIn(verdict) ? `#verdict-${idIn(verdict)}` : ''
  return `/claims/${row.claimId}${at}`
}
