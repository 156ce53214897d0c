import { z } from 'zod'
import type { Conn, Tx } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import { sha256 } from '../history/record.ts'
import { jobKind } from '../jobs/kind.ts'
import { later } from '../jobs/pause.ts'
import { snapshotRoom } from '../settings/setting.ts'
import { type Snapshot, fromWeb, keepSnapshot, snapshotText, snapshotsOf } from '../snapshots/snapshot.ts'
import { standingId } from '../sources/entries.ts'
import { addressKey } from '../values/address.ts'
import type { World } from '../world.ts'
import { type Compared, type Found, findOut } from './find.ts'
import { raiseFlag, wasCleared } from './flag.ts'
import { findHost, keepFree, keepQuiet } from './host-store.ts'
import { askForLook, nextLook, politeSeconds } from './plan.ts'
import { askLeave } from './robots.ts'
import { readWatching } from './setting.ts'
import { citedPassages, findAddress, findWatch, insertLook, newestLooks, setNext } from './store.ts'
import { joinWatches, stopWatch } from './watch.ts'

type Asked = { id: number; url: string }

/** Looks at one watched source: whether it is there, and whether what is cited from it still stands in it. */
export const lookAtSource = jobKind(
  z.strictObject({ source: z.int().positive() }),
  {
    words: 'Look at a watched source',
    about: ({ source }) => ({ text: `source ${source}`, href: `/sources/${source}` }),
    attempts: 4,
    minutes: 5,
  },
  async ({ world, complete }, { source: id }) => {
    const source = await write(world.db, async (tx) => {
      const asked = await take(tx, id)
      if (!asked) await complete(tx)
      return asked
    })
    if (!source) return
    const leave = await askLeave(world, source.url)
    const compared = await copyToCompare(world.db.reader, source)
    const found = leave.isGiven
      ? await findOut(world, { url: source.url, compared, cited: await citedPassages(world.db.reader, id) })
      : {
          outcome: leave.outcome,
          message: leave.message,
          finalAddress: null,
          lost: [],
          isMoved: false,
          page: undefined,
        }
    await write(world.db, async (tx) => {
      // Whoever changed the source meanwhile asked for something else.
      if ((await watchedAt(tx, id))?.url === source.url) await noteLook(tx, world, { source, compared, found })
      if (leave.isGiven) await leaveInPeace(tx, source, leave.delaySeconds)
      await complete(tx)
    })
  },
)

// The source to look at; undefined when it is not to be, or not yet: its site was asked a moment ago.
async function take(tx: Tx, id: number): Promise<Asked | undefined> {
  const source = await watchedAt(tx, id)
  if (!source) return undefined
  const { origin } = new URL(source.url)
  const quietUntil = (await findHost(tx, origin))?.quietUntil
  if (quietUntil && quietUntil > tx.now) {
    await askForLook(tx, source)
    return undefined
  }
  await keepQuiet(tx, origin, later(tx.now, politeSeconds.least * 1_000))
  return source
}

async function leaveInPeace(tx: Tx, { url }: Asked, seconds: number): Promise<void> {
  if (seconds <= politeSeconds.least) return
  const until = later(tx.now, Math.min(seconds, politeSeconds.most) * 1_000)
  await keepQuiet(tx, new URL(url).origin, until)
  await keepFree(tx, new URL(url).origin, until)
}

async function watchedAt(tx: Tx, id: number): Promise<Asked | undefined> {
  const source = await findAddress(tx, id)
  if (!source || !(await findWatch(tx, id))?.isOn) return undefined
  if (source.mergedIntoId !== null) {
    const kept = await findAddress(tx, await standingId(tx, id))
    if (kept) await joinWatches(tx, null, { gone: source, kept })
    return undefined
  }
  if (source.confidential || source.url === null) {
    await stopWatch(tx, null, id, source.confidential ? 'confidential' : 'no_address')
    return undefined
  }
  return (await readWatching(tx)).isOn ? { id, url: source.url } : undefined
}

// The newest that was fetched from the address as it is now; without one, the newest of any kind, for its passages alone.
async function copyToCompare(conn: Conn, { id, url }: Asked): Promise<Compared | undefined> {
  const all = await snapshotsOf(conn, id)
  const isOfAddress = ({ origin, address }: Snapshot) =>
    origin === 'fetch' && address !== null && addressKey(address) === addressKey(url)
  const fetched = all.find(isOfAddress)
  const copy = fetched ?? all[0]
  const read = copy && (await snapshotText(conn, copy.id))
  if (!copy || !read) return undefined
  const { text, sha256: textSha256 } = read
  return { id: copy.id, text, textSha256, finalAddress: copy.finalAddress, isFetched: fetched !== undefined }
}

type Noted = { source: Asked; compared: Compared | undefined; found: Found }

async function noteLook(tx: Tx, world: World, { source, compared, found }: Noted): Promise<void> {
  const { outcome, message, finalAddress, lost, page } = found
  const keptId = isToKeep(found) ? await keep(tx, source, found) : null
  const lookId = await insertLook(tx, {
    sourceId: source.id,
    outcome,
    message: keptId === undefined ? noRoom : message,
    address: source.url,
    finalAddress,
    textSha256: page ? sha256(page.content.text).toString('hex') : null,
    lost: lost.map(({ evidence, claim }) => ({ evidence, claim })),
    comparedId: compared?.id ?? null,
    keptId: keptId ?? null,
  })
  await raiseFlags(tx, { sourceId: source.id, lookId, found })
  const { everyHours } = await readWatching(tx)
  const hours = outcome === 'unreached' ? Math.min(everyHours, 24) : everyHours
  await setNext(tx, source.id, nextLook(tx, world, hours))
}

const isToKeep = ({ outcome, isMoved }: Found) => outcome === 'first' || outcome === 'changed_passage' || isMoved

// Undefined when there is no room for it.
async function keep(tx: Tx, { id }: Asked, { page }: Found): Promise<number | undefined> {
  if (!page || page.content.size > (await snapshotRoom(tx))) return undefined
  const { fetched, content } = page
  return keepSnapshot(tx, null, { sourceId: id, bytes: fetched.bytes, extracted: content, ...fromWeb(fetched) })
}

const noRoom = 'There was no room to keep a copy: the newsroom keeps as much as its settings allow.'

type Flagged = { sourceId: number; lookId: number; found: Found }

async function raiseFlags(tx: Tx, { sourceId, lookId, found }: Flagged): Promise<void> {
  const flag = { sourceId, lookId }
  if (found.lost.length > 0)
    await raiseFlag(tx, { ...flag, why: 'changed', claims: found.lost.map(({ claim }) => claim) })
  if (found.isMoved) await raiseFlag(tx, { ...flag, why: 'moved' })
  if (await isGone(tx, sourceId, found)) await raiseFlag(tx, { ...flag, why: 'gone' })
}

const fewestUnreached = 3
const unreachedFor = 48 * 3_600_000

// A site that is down for an evening has not gone; and what somebody has looked into is not told again until it came back.
async function isGone(tx: Tx, sourceId: number, { outcome }: Found): Promise<boolean> {
  if (outcome !== 'gone' && outcome !== 'unreached') return false
  const looks = await newestLooks(tx, [sourceId], 100)
  const there = looks.findIndex((look) => look.outcome !== 'gone' && look.outcome !== 'unreached')
  const without = there < 0 ? looks : looks.slice(0, there)
  const first = without.at(-1)
  if (!first || (await wasCleared(tx, { sourceId, why: 'gone', since: first.at }))) return false
  if (without.some((look) => look.outcome === 'gone')) return true
  return without.length >= fewestUnreached && later(first.at, unreachedFor) <= tx.now
}
