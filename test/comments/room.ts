import { rounds } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'

/** A claim with evidence from an open and from a confidential source, and a browser for everyone. */
export async function aRoom() {
  const news = await newsroom()
  const { db, cleo, as } = news
  const { claims } = await harbour(db)
  const [claim = 0] = claims
  const item = await anItem(db, cleo, claim, await aSource(db, 'Harbour log'))
  const secret = await anItem(db, cleo, claim, await aSource(db, 'A warden', { confidential: true }), 'Gates shut.')
  const browsers = {
    adas: await as(news.ada),
    ediths: await as(news.edith),
    cleos: await as(cleo),
    bens: await as(news.ben),
    ritas: await as(news.rita),
  }
  return { ...news, ...browsers, claim, item, secret, threads: `/claims/${claim}/threads`, page: `/claims/${claim}` }
}

/** Begins a round of independent verdicts on the claim; `close` ends it. */
export async function aRound({ db, cleo, ben, claim }: Awaited<ReturnType<typeof aRoom>>) {
  const row = { claimId: claim, firstId: cleo.id, secondId: ben.id }
  await write(db, (tx) => tx.insert(rounds).values({ ...row, createdAt: tx.now }))
  return {
    close: () => write(db, (tx) => tx.update(rounds).set({ closedAt: tx.now, ended: 'called_off' })),
  }
}

/** What stands in the discussion of a page. */
export function discussionIn(text: string): string {
  return /<section class="discussion[^]*?<\/section>/.exec(text)?.[0] ?? ''
}
