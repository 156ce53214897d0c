import { describe, expect, it } from 'vitest'
import { chosenText } from '../../server/bulk/words.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { newsroom } from '../support/newsroom.ts'
import { validator } from '../support/validator.ts'
import { eventsAbout } from '../claims/events.ts'
import { someClaims } from '../claims/list-claims.ts'

async function room() {
  const news = await newsroom()
  const ids = await someClaims(news, 4)
  const [one = 0, two = 0, three = 0, four = 0] = ids
  const at = (id: number) => readClaim(news.db.reader, id)
  const seen = async (...some: number[]) => Promise.all(some.map(async (id) => chosenText(await at(id))))
  const [ediths, cleos] = [await news.as(news.edith), await news.as(news.cleo)]
  return { ...news, ediths, cleos, one, two, three, four, at, seen }
}

const [preview, changes] = ['/claims/changes/new', '/claims/changes']

describe('what would change', () => {
  it('is said before it happens: who gets which claims, from whom, and by when', async () => {
    const { ediths, cleo, ben, one, two, three, at } = await room()
    await ediths.post(`/claims/${two}/assignment`, { assignee: cleo.id }).expect(303)
    await ediths.post(`/claims/${three}/state`, { state: 'set_aside', reason: 'An opinion', version: 1 }).expect(303)
    const query = `claim=${one}&claim=${two}&claim=${three}&assignee=${ben.id}&due=2025-06-01`
    const { text } = await ediths.get(`${preview}?${query}`).expect(200)
    expect(text).toContain('These 2 claims will be given to <bdi>Ben</bdi> and be due on 1 June 2025')
    expect(text).toMatch(/Cleo<\/span> → <b dir="auto">Ben/)
    expect(text).toContain('is set aside')
    expect(text).toContain(`value="${one}:1:1,${two}:2:`)
    expect(text).not.toContain(`,${three}:`)
    expect(text).toContain('Assign 2 claims</button>')
    expect(await at(one)).toMatchObject({ assignee: null, dueOn: null })
  })

  it('is asked again where nothing is ticked, or nothing chosen, and the ticks are kept', async () => {
    const { ediths, one, two } = await room()
    expect((await ediths.get(`${preview}?assignee=none`)).text).toContain('No claim is ticked')
    const { text } = await ediths.get(`${preview}?claim=${one}&claim=${two}&assignee=&due=`).expect(200)
    expect(text).toContain('Say what is to become of the claims.')
    expect(text).toContain(`name="claim" value="${one},${two}"`)
    expect((await ediths.get(`${preview}?claim=${one}&due=soon`)).text).toContain('Give the whole date')
  })

  it('is a valid page, whatever it has to say', async () => {
    const { ediths, ben, one, two } = await room()
    for (const query of ['', `claim=${one}`, `claim=${one}&claim=${two}&assignee=${ben.id}&due=2025-06-01`]) {
      const { text } = await ediths.get(`${preview}?${query}`).expect(200)
      const report = await validator.validateString(text, query)
      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => `${query}: ${message}`))).toEqual(
        [],
      )
    }
  })

  it('is nothing where all is so already', async () => {
    const { ediths, one } = await room()
    const { text } = await ediths.get(`${preview}?claim=${one}&assignee=none`).expect(200)
    expect(text).toContain('Nothing would change')
    expect(text).not.toContain('method="post" action="/claims/changes"')
  })
})

describe('changing many claims', () => {
  it('gives them all away with a day, each with its line in the history, and leads back to the list', async () => {
    const { ediths, db, edith, ben, one, two, at, seen } = await room()
    const sent = { claim: await seen(one, two), assignee: ben.id, due: '2025-06-01', list: 'state=open' }
    const done = await ediths.post(changes, sent).expect(303)
    expect(done.headers.location).toBe('/claims/changes/1')
    expect((await ediths.get('/claims/changes/1')).text).toContain('href="/claims?state=open"')
    for (const id of [one, two]) {
      expect(await at(id)).toMatchObject({ assignee: { name: 'Ben' }, dueOn: '2025-06-01', state: 'open', version: 2 })
      expect(await eventsAbout(db, id)).toMatchObject([
        { type: 'claim.edited', actor: edith.id, data: { before: { dueOn: null }, after: { dueOn: '2025-06-01' } } },
        { type: 'claim.assigned', actor: edith.id, data: { before: null, after: ben.id } },
      ])
    }
  })

  it('names what a colleague changed meanwhile and leaves it alone', async () => {
    const { ediths, cleos, cleo, ben, one, two, three, at, seen } = await room()
    const claim = await seen(one, two, three)
    await cleos.post(`/claims/${two}/assignment`, { assignee: cleo.id }).expect(303)
    const done = await ediths.post(changes, { claim, assignee: ben.id }).expect(303)
    const { text } = await ediths.get(String(done.headers.location))
    expect(text).toContain('2 changed, 1 left alone')
    expect(text).toMatch(/Left alone<\/h2>[^]*1-2[^]*was changed meanwhile/)
    expect(await at(two)).toMatchObject({ assignee: { name: 'Cleo' }, state: 'checking' })
    expect(await at(three)).toMatchObject({ assignee: { name: 'Ben' } })
  })

  it('takes claims off whoever has them, and takes due dates away', async () => {
    const { ediths, cleos, cleo, one, two, at, seen } = await room()
    await cleos.post(`/claims/${one}/assignment`, { assignee: cleo.id }).expect(303)
    await ediths.post(`/claims/${two}/assignment`, { assignee: '', due: '2025-06-01' }).expect(303)
    await ediths.post(changes, { claim: await seen(one, two), assignee: 'none', noDue: 'yes' }).expect(303)
    expect(await at(one)).toMatchObject({ assignee: null, state: 'open' })
    expect(await at(two)).toMatchObject({ dueOn: null })
  })

  it('lets a checker take what is free, and nothing of a colleague', async () => {
    const { ediths, cleos, cleo, ben, one, two, at, seen } = await room()
    await ediths.post(`/claims/${two}/assignment`, { assignee: ben.id }).expect(303)
    const { text } = await cleos.get(`${preview}?claim=${one}&claim=${two}&assignee=${cleo.id}`).expect(200)
    expect(text).toContain('belongs to Ben')
    await cleos.post(changes, { claim: await seen(one, two), assignee: cleo.id }).expect(303)
    expect(await at(one)).toMatchObject({ assignee: { name: 'Cleo' }, state: 'checking' })
    expect(await at(two)).toMatchObject({ assignee: { name: 'Ben' } })
    await cleos.post(changes, { claim: await seen(one), assignee: ben.id }).expect(403)
  })

  it('is not for readers, nor for people who cannot check', async () => {
    const { as, rita, ediths, one, seen } = await room()
    const ritas = await as(rita)
    await ritas.get(`${preview}?claim=${one}&assignee=${rita.id}`).expect(403)
    await ritas.post(changes, { claim: await seen(one), due: '2025-06-01' }).expect(403)
    const wrong = await ediths.post(changes, { claim: await seen(one), assignee: rita.id }).expect(422)
    expect(wrong.text).toContain('cannot check claims')
  })
})

describe('the list', () => {
  it('has a box for each claim, for those who may change any', async () => {
    const { as, cleos, ediths, rita, ben, one } = await room()
    const box = `name="claim" value="${one}" form="bulk"`
    const offered = `<option value="${ben.id}" >Ben</option>`
    const [cleo, edith] = [(await cleos.get('/claims')).text, (await ediths.get('/claims')).text]
    expect([cleo.includes(box), edith.includes(box)]).toEqual([true, true])
    const form = (text: string) => text.slice(text.indexOf('id="bulk"'))
    expect([form(cleo).includes(offered), form(edith).includes(offered)]).toEqual([false, true])
    expect((await (await as(rita)).get('/claims')).text).not.toContain('form="bulk"')
  })
})

it('a claim is given and dated in one form; a form without the day leaves it', async () => {
  const { ediths, ben, edith, one, at } = await room()
  await ediths.post(`/claims/${one}/assignment`, { assignee: ben.id, due: '2025-06-01' }).expect(303)
  await ediths.post(`/claims/${one}/assignment`, { assignee: edith.id }).expect(303)
  expect(await at(one)).toMatchObject({ assignee: { name: 'Edith' }, dueOn: '2025-06-01' })
  await ediths.post(`/claims/${one}/assignment`, { assignee: edith.id, due: '2025-06' }).expect(422)
  await ediths.post(`/claims/${one}/assignment`, { assignee: edith.id, due: '' }).expect(303)
  expect(await at(one)).toMatchObject({ dueOn: null })
})
