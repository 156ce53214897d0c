import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { attempts as table } from '../../db/schema/index.ts'
import { attemptsOf, overdueAttempts } from '../../server/attempts/attempt.ts'
import { assignClaim } from '../../server/claims/assignment.ts'
import { historyOf } from '../../server/history/history.ts'
import { canonical } from '../../server/history/record.ts'
import { eventsAfter } from '../../server/history/store.ts'
import { harbour } from '../evidence/harbour.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { newsroom } from '../support/newsroom.ts'

const asked = {
  purpose: 'reply',
  whom: 'The harbour master',
  way: 'email',
  asked: 'On which day did the harbour close?',
  askedOn: '2025-05-08',
  deadlineOn: '2025-05-09',
  outcome: 'waiting',
  answer: '',
  answeredOn: '',
}

async function oneClaim() {
  const news = await newsroom()
  const { claims } = await harbour(news.db, 2)
  const [claim = 0, other = 0] = claims
  return { ...news, claim, other, path: `/claims/${claim}/attempts`, cleos: await news.as(news.cleo) }
}

const dataOf = async ({ db }: Pick<Awaited<ReturnType<typeof oneClaim>>, 'db'>, type: string) => {
  const bodies = (await eventsAfter(db.reader, 0, 1_000)).map(({ body }) => JSON.parse(body.toString()))
  return bodies.filter((body) => body.type === type).map(({ data }) => data)
}

describe('an attempt to reach somebody', () => {
  it('is noted with the claim, and shown there with whom, how, when and what was asked', async () => {
    const { claim, path, cleos } = await oneClaim()
    expect(wordsOf(await cleos.get(`/claims/${claim}`))).toContain('nobody else was asked for their side yet')
    const { headers } = await cleos.post(path, asked).expect(303)
    expect(headers.location).toBe(`/claims/${claim}#attempt-1`)
    const words = wordsOf(await cleos.get(`/claims/${claim}`).expect(200))
    expect(words).toContain('The harbour master Right of reply · Email, 8 May 2025')
    expect(words).toContain('Asked: On which day did the harbour close?')
    expect(words).toMatch(/Noted by Cleo ?, 12 May 2025 ?\. Stays in the newsroom\./)
    expect(words).not.toContain('nobody else was asked')
  })

  it('begins with the claimant, or with the outlet for a request to correct', async () => {
    const { claim, cleos } = await oneClaim()
    const edit = { statement: 'S', kind: 'event', priority: 2, version: 1, claimant: 'Ann Gull' }
    await cleos.post(`/claims/${claim}`, edit).expect(303)
    await cleos
      .post('/articles/1', { title: 'T', kind: 'article', language: 'en', outlet: 'The Bell', version: 1 })
      .expect(303)
    const reply = await cleos.get(`/claims/${claim}/attempts/new`).expect(200)
    expect(reply.text).toContain('value="Ann Gull"')
    expect(reply.text).toContain('value="2025-05-12"')
    const correction = await cleos.get(`/claims/${claim}/attempts/new?purpose=correction`).expect(200)
    expect(correction.text).toContain('value="The Bell"')
    expect(correction.text).toMatch(/value="correction" selected/)
    expect(wordsOf(await cleos.get(`/claims/${claim}`))).toContain('Nobody has asked the claimant yet.')
  })

  it.each([
    [{ whom: ' ' }, 'Say whom you asked.'],
    [{ askedOn: '' }, 'Say on which day you asked.'],
    [{ askedOn: '2025-05' }, 'Give the whole date'],
    [{ askedOn: '2025-05-14', deadlineOn: '' }, 'This day is still to come.'],
    [{ deadlineOn: '2025-05-07' }, 'The deadline lies before the day of asking.'],
    [{ outcome: 'answered', answer: 'Monday.', answeredOn: '2025-05-07' }, 'The answer lies before the day of asking.'],
    [{ outcome: 'answered', answer: 'Monday.', answeredOn: '2025-06-07' }, 'This day is still to come.'],
    [{ outcome: 'answered' }, 'Say what the answer was'],
    [{ outcome: 'waiting', answer: 'Monday.' }, 'You noted an answer'],
    [{ outcome: 'no_answer', answeredOn: '2025-05-09' }, 'You noted an answer'],
    [{ outcome: 'corrected' }, 'Only a request to correct'],
    [{ way: 'telepathy' }, 'Say how you asked.'],
  ])('is refused with what was typed: %o', async (wrong, problem) => {
    const { db, claim, path, cleos } = await oneClaim()
    const answer = await cleos.post(path, { ...asked, ...wrong }).expect(422)
    expect(wordsOf(answer)).toContain(problem)
    expect(answer.text).toContain('On which day did the harbour close?')
    expect(await attemptsOf(db.reader, claim)).toEqual([])
  })

  it('sent twice is stored once', async () => {
    const { db, claim, path, cleos } = await oneClaim()
    const answers = await Promise.all([asked, asked].map((typed) => cleos.post(path, typed)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    expect(await attemptsOf(db.reader, claim)).toHaveLength(1)
  })

  it('is not for readers to note, and theirs to read', async () => {
    const { as, rita, claim, path, cleos } = await oneClaim()
    await cleos.post(path, asked).expect(303)
    const ritas = await as(rita)
    for (const address of [`${path}/new`, '/attempts/1/edit', '/attempts/1/withdrawal'])
      await ritas.get(address).expect(403)
    const { text } = await ritas.get(`/claims/${claim}`).expect(200)
    expect(text).toContain('The harbour master')
    expect(text).not.toMatch(/Note whom you asked|attempts\/1\/edit/)
  })

  it('is 404 where there is none', async () => {
    const { cleos } = await oneClaim()
    for (const address of ['/attempts/9/edit', '/attempts/x/withdrawal', '/claims/99/attempts/new'])
      await cleos.get(address).expect(404)
    await cleos.post('/attempts/9', { ...asked, version: 1 }).expect(404)
    await cleos.post('/claims/99/attempts', asked).expect(404)
  })
})

describe('the history', () => {
  it('keeps a salted fingerprint of each state, and not a word of the text', async () => {
    const world = await oneClaim()
    const { db, claim, path, cleos } = world
    await cleos.post(path, asked).expect(303)
    const answered = { ...asked, outcome: 'answered', answer: 'On Monday at six.', public: 'yes', version: 1 }
    await cleos.post('/attempts/1', answered).expect(303)
    const [row] = await db.reader.select().from(table)
    const salt = row?.salt ?? ''
    expect(Buffer.from(salt, 'base64')).toHaveLength(16)
    const text = { purpose: 'reply', whom: asked.whom, way: 'email', asked: asked.asked, askedOn: asked.askedOn }
    const before = {
      ...text,
      deadlineOn: asked.deadlineOn,
      outcome: 'waiting',
      answer: null,
      answeredOn: null,
      public: false,
    }
    const after = { ...before, outcome: 'answered', answer: 'On Monday at six.', public: true }
    const hashOf = (state: object) =>
      createHash('sha256')
        .update(salt + canonical(state))
        .digest('hex')
    expect(await dataOf(world, 'attempt.added')).toEqual([{ attempt: 1, purpose: 'reply', sha256: hashOf(before) }])
    expect(await dataOf(world, 'attempt.edited')).toEqual([
      { attempt: 1, purpose: 'reply', fields: ['outcome', 'answer', 'public'], sha256: hashOf(after) },
    ])
    const bodies = (await eventsAfter(db.reader, 0, 1_000)).map(({ body }) => body.toString()).join('\n')
    expect(bodies).not.toMatch(/harbour master|On which day|Monday at six/)
    expect(bodies).not.toContain(salt)
    const lines = await historyOf(db.reader, world.cleo, { claim }, { limit: 9 })
    expect(lines.map(({ type }) => type)).toEqual(['attempt.edited', 'attempt.added', 'claim.added'])
  })

  it('has another salt for every attempt', async () => {
    const { db, path, cleos } = await oneClaim()
    await cleos.post(path, asked).expect(303)
    await cleos.post(path, { ...asked, whom: 'The warden' }).expect(303)
    const salts = (await db.reader.select({ salt: table.salt }).from(table)).map(({ salt }) => salt)
    expect(new Set(salts).size).toBe(2)
  })
})

describe('an edit', () => {
  it('that a colleague overtook shows theirs, and can be saved over it', async () => {
    const { db, as, ben, claim, path, cleos } = await oneClaim()
    await cleos.post(path, asked).expect(303)
    const bens = await as(ben)
    const answered = { ...asked, outcome: 'answered', answer: 'On Monday.', version: 1 }
    await bens.post('/attempts/1', answered).expect(303)
    const lost = await cleos.post('/attempts/1', { ...asked, outcome: 'declined', version: 1 }).expect(409)
    expect(wordsOf(lost)).toContain('Saved meanwhile by a colleague: Answered')
    expect(wordsOf(lost)).toContain('On Monday.')
    expect(lost.text).toContain('name="version" value="2"')
    await cleos.post('/attempts/1', { ...asked, outcome: 'declined', version: 2 }).expect(303)
    expect((await attemptsOf(db.reader, claim))[0]).toMatchObject({ outcome: 'declined', version: 3 })
  })

  it('that changes nothing is no event', async () => {
    const world = await oneClaim()
    await world.cleos.post(world.path, asked).expect(303)
    await world.cleos.post('/attempts/1', { ...asked, version: 1 }).expect(303)
    expect(await dataOf(world, 'attempt.edited')).toEqual([])
  })
})

describe('withdrawing', () => {
  it('needs a reason, is done once, and leaves the entry readable at the end', async () => {
    const world = await oneClaim()
    const { claim, path, cleos } = world
    await cleos.post(path, asked).expect(303)
    await cleos.get('/attempts/1/withdrawal').expect(200)
    expect(wordsOf(await cleos.post('/attempts/1/withdrawal', { reason: ' ' }).expect(422))).toContain('Say why')
    await cleos.post('/attempts/1/withdrawal', { reason: 'The wrong harbour.' }).expect(303)
    const words = wordsOf(await cleos.get(`/claims/${claim}`))
    expect(words).toContain('One withdrawn entry')
    expect(words).toContain('The wrong harbour.')
    expect(words).toContain('nobody else was asked for their side yet')
    const [row] = await world.db.reader.select().from(table)
    const sha256 = createHash('sha256').update(`${row?.salt}The wrong harbour.`).digest('hex')
    expect(await dataOf(world, 'attempt.withdrawn')).toEqual([{ attempt: 1, purpose: 'reply', sha256 }])
    await cleos.post('/attempts/1/withdrawal', { reason: 'Again.' }).expect(409)
    await cleos.post('/attempts/1', { ...asked, version: 2 }).expect(409)
  })
})

describe('a deadline', () => {
  it('that passed without an answer is marked, and the longest overdue stands first', async () => {
    const { claim, path, cleos } = await oneClaim()
    await cleos.post(path, { ...asked, whom: 'Closed', outcome: 'declined' }).expect(303)
    await cleos.post(path, { ...asked, whom: 'No deadline', deadlineOn: '' }).expect(303)
    await cleos.post(path, { ...asked, whom: 'Due today', deadlineOn: '2025-05-12' }).expect(303)
    await cleos.post(path, { ...asked, whom: 'Three days', deadlineOn: '2025-05-09' }).expect(303)
    await cleos.post(path, { ...asked, whom: 'One day', deadlineOn: '2025-05-11' }).expect(303)
    const words = wordsOf(await cleos.get(`/claims/${claim}`))
    const order = ['Three days', 'One day', 'Due today', 'No deadline', 'Closed'].map((whom) =>
      words.indexOf(`${whom} Right of reply`),
    )
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(words).toContain('The deadline passed 3 days ago: no answer noted.')
    expect(words).toContain('The deadline passed yesterday: no answer noted.')
    expect(words).toContain('Waiting for an answer, due today.')
    expect(words.match(/no answer noted/g)).toHaveLength(2)
  })

  it('is told to whoever asked, and to whoever has the claim', async () => {
    const { db, cleo, ben, edith, claim, other, path, cleos } = await oneClaim()
    await assignClaim(db, ben, claim, ben.id)
    await cleos.post(path, asked).expect(303)
    await cleos.post(path, { ...asked, whom: 'In time', deadlineOn: '2025-05-12' }).expect(303)
    await cleos.post(path, { ...asked, whom: 'Gone', deadlineOn: '2025-05-08' }).expect(303)
    await cleos.post('/attempts/3/withdrawal', { reason: 'R' }).expect(303)
    await cleos
      .post(`/claims/${other}/attempts`, {
        ...asked,
        whom: 'The outlet',
        purpose: 'correction',
        deadlineOn: '2025-05-08',
      })
      .expect(303)
    const overdue = async (id: number) => (await overdueAttempts(db.reader, id, '2025-05-12')).map(({ whom }) => whom)
    expect(await overdue(cleo.id)).toEqual(['The outlet', 'The harbour master'])
    expect(await overdue(ben.id)).toEqual(['The harbour master'])
    expect(await overdue(edith.id)).toEqual([])
  })
})
