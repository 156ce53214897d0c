import { expect, it } from 'vitest'
import type { Role } from '../../server/accounts/words.ts'
import { anArticle } from '../claims/port-ellery.ts'
import { newsroom } from '../support/newsroom.ts'
import { type Act, acts } from './claim-acts.ts'
import { type Cast, type Stage, bringTo, stages } from './claim-stages.ts'

const rank: Record<Role, number> = { reader: 0, checker: 1, editor: 2, admin: 3 }

/** What comes of an act: it is done, it is not allowed, it cannot be done now, or there is nothing to do it to. */
type Answer = 'done' | 'not allowed' | 'not now' | 'not there'
const answers: Record<number, Answer> = {
  303: 'done',
  403: 'not allowed',
  404: 'not there',
  409: 'not now',
  422: 'not now',
}

type Cell = { act: Act; stage: Stage; role: Role; own: boolean }

function expected({ act, stage, role, own }: Cell): Answer[] {
  if (act.isThere?.(stage) === false) return ['not there', 'not allowed']
  if (rank[role] < rank[act.from] || (own && act.byOthersOnly)) return ['not allowed']
  return [act.does(stage, own) ? 'done' : 'not now']
}

const cells = stages.flatMap((stage) =>
  (['reader', 'checker', 'editor', 'admin'] as const).flatMap((role) =>
    // A reader has given no verdict; the others act on their own and on that of a colleague.
    (role === 'reader' ? [false] : [false, true]).map((own) => ({ stage, role, own })),
  ),
)

it.each(stages)(
  'a claim that is “%s” takes what it should from whom it should',
  { timeout: 120_000 },
  async (stage) => {
    const news = await newsroom()
    const article = await anArticle(news.db, news.edith)
    const people = { reader: news.rita, checker: news.cleo, editor: news.edith, admin: news.ada }
    for (const { role, own } of cells.filter((cell) => cell.stage === stage)) {
      const me = people[role]
      const [author, other] = own ? [me, news.ben] : [news.ben, role === 'checker' ? news.edith : news.cleo]
      const cast: Cast = { news, article, author, other }
      const browser = await news.as(me)
      let claim = await bringTo(stage, cast)
      for (const act of acts) {
        const [path, fields] = act.form(claim, me)
        const { status } = await browser.post(path, fields)
        const told = `${role}${own ? ', whose it is,' : ''} would ${act.name}: ${answers[status] ?? status}`
        const wanted = expected({ act, stage, role, own })
        expect([told, wanted]).toEqual([told, expect.arrayContaining([answers[status]])])
        if (status === 303) claim = await bringTo(stage, cast)
      }
    }
  },
)

it('covers every role in every stage with every form, and each does something somewhere', () => {
  expect(cells.length * acts.length).toBe(stages.length * 7 * acts.length)
  for (const act of acts) expect(stages.filter((stage) => act.does(stage, false)).length).toBeGreaterThan(0)
})
