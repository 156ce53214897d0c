import { describe, expect, it } from 'vitest'
import { people } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { changeState } from '../../server/claims/progress.ts'
import { type About, historyOf, plainLine } from '../../server/history/history.ts'
import { record } from '../../server/history/record.ts'
import type { Person } from '../../server/accounts/permissions.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { aVerdict } from '../verdicts/harbour.ts'

const told = async ({ db }: Newsroom, viewer: Person, about: About) =>
  (await historyOf(db.reader, viewer, about, { limit: 50 })).map(plainLine)

async function worked() {
  const news = await newsroom()
  const { article, claims } = await harbour(news.db)
  const [claim = 0] = claims
  return { news, article, claim, ...news }
}

describe('the sentences', () => {
  it('name who did what to which claim', async () => {
    const { news, claim, cleo } = await worked()
    await aVerdict(news.db, cleo, claim)
    expect(await told(news, cleo, { claim })).toEqual([
      'Cleo moved claim 1-1 from open to in review.',
      'Cleo gave verdict 1 on claim 1-1: False.',
      'Stet made claim 1-1 in Port Ellery: “The harbour closed on Monday.”',
    ])
  })

  it('follow a new name, since people are named by id', async () => {
    const { news, claim, edith, db } = await worked()
    await changeState(db, edith, claim, { state: 'set_aside', reason: 'An opinion.', version: 1 })
    await write(db, (tx) => tx.update(people).set({ name: 'Renamed' }))
    expect((await told(news, edith, { claim }))[0]).toBe('Renamed set claim 1-1 aside: “An opinion.”')
  })

  it('show what an edit changed, before and after', async () => {
    const { db, article, claim, ada } = await worked()
    const change = {
      before: { kind: 'event', tags: [], dueOn: null },
      after: { kind: 'causal', tags: ['ships'], dueOn: '2025-06-01' },
    }
    await write(db, (tx) => record(tx, ada, 'claim.edited', { article, claim }, change))
    const [line] = await historyOf(db.reader, ada, { claim }, { limit: 1 })
    expect(line?.changed).toEqual([
      { field: 'due', before: 'nothing', after: '2025-06-01' },
      { field: 'kind', before: 'Event or property', after: 'Cause and effect' },
      { field: 'tags', before: 'none', after: 'ships' },
    ])
  })

  it('say that a claim was taken, given and given back', async () => {
    const { news, db, article, claim, ada, cleo } = await worked()
    const assign = (actor: Person, before: number | null, after: number | null) =>
      write(db, (tx) => record(tx, actor, 'claim.assigned', { article, claim }, { before, after }))
    await assign(cleo, null, cleo.id)
    await assign(cleo, cleo.id, null)
    await assign(ada, null, cleo.id)
    await assign(ada, cleo.id, ada.id)
    expect((await told(news, ada, { claim })).slice(0, 4)).toEqual([
      'Ada gave claim 1-1 to Ada, who takes over from Cleo.',
      'Ada gave claim 1-1 to Cleo.',
      'Cleo gave back claim 1-1.',
      'Cleo took claim 1-1.',
    ])
  })
})

describe('whose eyes see what', () => {
  it('hides events about confidential sources from readers, also on the claim', async () => {
    const { news, db, claim, cleo, rita } = await worked()
    const source = await aSource(db, 'The insider', { confidential: true })
    await anItem(db, cleo, claim, source)
    expect((await told(news, cleo, { claim })).join('\n')).toContain('from The insider.')
    for (const about of [{}, { claim }, { source }, { actor: cleo.id }]) {
      const lines = await told(news, rita, about)
      expect(lines.join('\n')).not.toMatch(/insider|evidence|added the source/)
    }
    const page = await (await news.as(rita)).get('/history.json')
    expect(page.text).not.toContain('insider')
    await (await news.as(rita)).get(`/sources/${source}/history`).expect(404)
  })

  it('shows sign-ins to the person and to admins only', async () => {
    const { news, as, ada, ben, cleo } = await worked()
    await as(cleo)
    await as(ben)
    const mine = 'Cleo signed in.'
    expect(await told(news, cleo, { actor: cleo.id })).toContain(mine)
    expect(await told(news, ada, { person: cleo.id })).toContain(mine)
    expect(await told(news, ada, { kind: 'sign_ins' })).toEqual(['Ben signed in.', mine])
    expect(await told(news, cleo, { kind: 'sign_ins' })).toEqual([mine])
    expect(await told(news, ben, { actor: cleo.id })).not.toContain(mine)
    expect(await told(news, ben, { actor: cleo.id, kind: 'sign_ins' })).toEqual([])
    expect(await told(news, ben, { person: cleo.id })).not.toContain(mine)
    expect(await told(news, ada, {})).not.toContain(mine)
  })
})

describe('finding', () => {
  it('filters by kind and by day, both ends included', async () => {
    const { news, db, claim, clock, ada, cleo } = await worked()
    clock.set('2025-05-13T23:59:59.999Z')
    await aVerdict(db, cleo, claim)
    clock.set('2025-05-14T00:00:00.000Z')
    await write(db, (tx) => record(tx, ada, 'person.renamed', { person: ada.id }, {}))
    expect(await told(news, ada, { kind: 'verdicts' })).toEqual(['Cleo gave verdict 1 on claim 1-1: False.'])
    expect(await told(news, ada, { from: '2025-05-14' })).toEqual(['Ada changed their own name.'])
    expect(await told(news, ada, { from: '2025-05-13', to: '2025-05-13' })).toHaveLength(2)
    expect(await told(news, ada, { to: '2025-05-12' })).toHaveLength(2)
    expect(await told(news, ada, { from: '2026-01-01' })).toEqual([])
  })

  it('asks the database as often for a hundred events as for one', async () => {
    const { db, ada, cleo, article, claim, queries } = await worked()
    await write(db, async (tx) => {
      for (let id = 1; id <= 100; id++) {
        await record(
          tx,
          id % 2 ? ada : cleo,
          'claim.assigned',
          { article, claim },
          { before: null, after: (id % 5) + 1 },
        )
      }
    })
    const asked = async (limit: number) => {
      queries.length = 0
      await historyOf(db.reader, ada, { claim }, { limit })
      return queries.length
    }
    expect(await asked(100)).toBe(await asked(1))
  })
})
