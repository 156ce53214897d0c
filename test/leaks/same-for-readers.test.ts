import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { publicAddresses } from './addresses.ts'
import { type Ask, host, listen } from './ask.ts'
import { type Change, type Desk, change, deskAtWork, loosen, make, sayEverywhere } from './desk-work.ts'
import { type Meanwhile, publishAll } from './story.ts'
import { differences, told } from './what-readers-get.ts'

const env = { PUBLIC_URL: `http://${host}` }
const parts = 4
const runs = 1_000 / parts

// Every change stays, so what one case does not ask for, the next ones do. Pictures take long to draw: they are compared before and after.
const mostAtOnce = 20

type Room = { news: Newsroom; ask: Ask }

async function room(during: (news: Newsroom) => Meanwhile): Promise<Room> {
  const news = await newsroom(env)
  news.db.writer.sqlite.pragma('synchronous = off')
  await publishAll(news, during(news))
  return { news, ask: await listen(news) }
}

const quiet = () => () => Promise.resolve()

async function desk({ news, ask }: Room): Promise<Desk> {
  loosen(news.db)
  const cookies: Record<string, string> = {}
  for (const who of ['ada', 'edith', 'cleo', 'ben'] as const) cookies[who] = (await news.as(news[who])).cookie
  return { news, ask, cookies }
}

// Pages are kept in memory until something is published: each is made anew.
const forget = ({ db }: Newsroom) => db.writer.sqlite.exec('update public_stamp set n = n + 1')

it.for(Array.from({ length: parts }, (_, at) => at + 1))(
  'what readers get is byte for byte the same, whatever the desk has that is not published (part %i)',
  { timeout: 120_000 },
  async (seed) => {
    const alone = await room(quiet)
    const addresses = publicAddresses(alone.news)
    const expected = await told(alone.news.db, alone.ask, addresses)
    const busy = await desk(await room((news) => deskAtWork(news, seed)))
    const compared = async (asked = addresses) => differences(expected, await told(busy.news.db, busy.ask, asked))
    expect(await compared()).toEqual([])
    const quick = addresses.filter((path) => !path.endsWith('.png'))
    const turns = Math.ceil(quick.length / mostAtOnce)
    let [turn, taken] = [0, 0]
    const one = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes: Change[]) => {
      for (const asked of changes) taken += Number(await make(busy, asked))
      forget(busy.news)
      turn++
      expect(await compared(quick.filter((_, at) => (at + turn) % turns === 0))).toEqual([])
    })
    // Each case stands on those before it, so a smaller one would be another one.
    await fc.assert(one, { numRuns: runs, seed, endOnFailure: true })
    expect(await compared()).toEqual([])
    expect(sayEverywhere(busy.news.db, 'albatross')).toBeGreaterThan(300)
    forget(busy.news)
    expect(await compared()).toEqual([])
    expect(taken).toBeGreaterThan(runs / 2)
  },
)
