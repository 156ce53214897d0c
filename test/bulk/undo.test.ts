import { describe, expect, it } from 'vitest'
import { bulkOutcomes } from '../../db/schema/index.ts'
import { chosenText } from '../../server/bulk/words.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { claimStates } from '../../server/claims/words.ts'
import { eventsAbout } from '../claims/events.ts'
import { someClaims } from '../claims/list-claims.ts'
import { newsroom } from '../support/newsroom.ts'

async function room() {
  const news = await newsroom()
  const states = ['candidate', 'open', 'checking', 'in_review'] as const
  const ids = await someClaims(news, 4, (index) => ({ state: states[index] ?? 'open' }))
  const at = (id: number | undefined) => readClaim(news.db.reader, id ?? 0)
  const ediths = await news.as(news.edith)
  const change = async (fields: Record<string, string>, some = ids) => {
    const claim = (await Promise.all(some.map(at))).map(chosenText).join(',')
    return String((await ediths.post('/claims/changes', { claim, ...fields }).expect(303)).headers.location)
  }
  const facts = () =>
    Promise.all(ids.map(at)).then((all) => all.map((claim) => ({ ...claim, changedAt: '', version: 0 })))
  return { ...news, ids, at, ediths, change, facts }
}

describe('undoing a change of many claims', () => {
  const kinds: Record<string, Record<string, string>> = {
    'giving them away': { assignee: '4' },
    'taking them oneself': { assignee: '2' },
    'a day and a priority': { due: '2025-06-01', priority: '3' },
    tags: { addTags: 'mud, canal' },
    opening: { move: 'open' },
    checking: { move: 'checking' },
    'setting aside': { move: 'set_aside', reason: 'An opinion' },
  }
  it('puts every claim back as it was, whatever it was, also what was brought back from being set aside', async () => {
    const { ediths, change, facts } = await room()
    const tryOut = async (words: string, fields: Record<string, string>) => {
      const before = await facts()
      const path = await change(fields)
      expect(await facts(), words).not.toEqual(before)
      await ediths.post(`${path}/undoing`).expect(303)
      expect(await facts(), words).toEqual(before)
      expect((await ediths.get(path)).text).toContain('Undone by <bdi>Edith</bdi>')
    }
    for (const [words, fields] of Object.entries(kinds)) await tryOut(words, fields)
    await change({ move: 'set_aside', reason: 'An opinion' })
    await tryOut('bringing back', { move: 'back' })
  })

  it('keeps what was changed again since, names it, and puts the others back', async () => {
    const { ediths, as, cleo, ids, at, change } = await room()
    const path = await change({ priority: '1' })
    const cleos = await as(cleo)
    const [first = 0, second = 0, third = 0] = ids
    const again = chosenText(await at(second))
    await cleos.post('/claims/changes', { claim: again, priority: '3' }).expect(303)
    // Another field of the claim is no reason to keep it.
    await cleos.post('/claims/changes', { claim: chosenText(await at(third)), addTags: 'mud' }).expect(303)
    await ediths.post(`${path}/undoing`).expect(303)
    expect([(await at(first)).priority, (await at(second)).priority, (await at(third)).priority]).toEqual([2, 3, 2])
    expect((await at(third)).tags).toEqual(['mud'])
    const { text } = await ediths.get(path)
    expect(text).toContain('3 put back as they were, 1 kept')
    expect(text).toMatch(/Not put back<\/h2>[^]*1-2[^]*has another priority since/)
  })

  it('gives nothing back to somebody who cannot check any more', async () => {
    const { ediths, as, ada, ben, ids, at, change } = await room()
    await change({ assignee: String(ben.id) })
    const path = await change({ assignee: 'none' })
    await (await as(ada)).post(`/people/${ben.id}/deactivation`, { version: 1 }).expect(303)
    await ediths.post(`${path}/undoing`).expect(303)
    expect((await at(ids[0])).assignee).toBeNull()
    expect((await ediths.get(path)).text).toContain('who had it cannot check claims any more')
  })

  it('happens once, by who made the change or an editor, and stands in the history', async () => {
    const { ediths, edith, as, ben, cleo, rita, ids, at, change, db } = await room()
    const cleos = await as(cleo)
    const claim = chosenText(await at(ids[0]))
    const path = String((await cleos.post('/claims/changes', { claim, priority: '1' }).expect(303)).headers.location)
    for (const other of [ben, rita]) await (await as(other)).post(`${path}/undoing`).expect(403)
    expect((await (await as(ben)).get(path)).text).not.toContain('Undo this change')
    await ediths.post(`${path}/undoing`).expect(303)
    await ediths.post(`${path}/undoing`).expect(409)
    const told = await eventsAbout(db, ids[0] ?? 0)
    expect(told.map(({ type, actor }) => [type, actor])).toEqual([
      ['claim.edited', cleo.id],
      ['claim.edited', edith.id],
    ])
    const { text } = await ediths.get('/history')
    expect(text).toContain(`href="${path}"`)
    expect(text).toContain('1 claim put back')
    await change({ priority: '1' })
  })

  it('is never rewritten: what was done, to which claims, and what became of them', async () => {
    const { change, db } = await room()
    await change({ priority: '1' })
    expect(await db.reader.select().from(bulkOutcomes)).toHaveLength(4)
    const tries = [
      'DELETE FROM bulk_changes',
      "UPDATE bulk_changes SET change = '{}'",
      "UPDATE bulk_changes SET state = 'running'",
      "UPDATE bulk_chosen SET claims = '[]'",
      'DELETE FROM bulk_chosen',
      "UPDATE bulk_outcomes SET why = 'W'",
      'DELETE FROM bulk_outcomes',
    ]
    for (const sql of tries) expect(() => db.writer.sqlite.exec(sql), sql).toThrow()
  })
})

it('a claim that got a verdict after the look is not touched, though its version is the same', async () => {
  const { ediths, ids, at, db } = await room()
  const seen = chosenText(await at(ids[1]))
  db.writer.sqlite.exec(`UPDATE claims SET state = 'in_review' WHERE id = ${ids[1]}`)
  const { location } = (
    await ediths.post('/claims/changes', { claim: seen, move: 'set_aside', reason: 'R' }).expect(303)
  ).headers
  expect((await ediths.get(String(location))).text).toContain('was changed meanwhile')
  expect(claimStates).toContain((await at(ids[1])).state)
  expect((await at(ids[1])).state).toBe('in_review')
})
