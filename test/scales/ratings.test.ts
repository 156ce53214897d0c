import { describe, expect, it } from 'vitest'
import { historyOf } from '../../server/history/history.ts'
import { readScale } from '../../server/scales/scale.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { decided } from '../corrections/published.ts'
import { harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { rated } from '../verdicts/harbour.ts'

/** The form of the rating “False” as it stands. */
const typedFalse = {
  label: 'False',
  definition: 'The claim is wrong in what matters: the evidence contradicts it.',
  value: '1',
  tone: 'false',
  shape: 'cross',
  place: 5,
  version: 1,
}

async function admins() {
  const news = await newsroom()
  const { claims } = await harbour(news.db)
  const [claim = 0] = claims
  const adas = await news.as(news.ada)
  const scale = () => readScale(news.db.reader, 'five-step')
  return { ...news, claim, adas, scale, path: `/ratings/${rated.false}` }
}

describe('editing a rating', () => {
  it('that was never given changes it', async () => {
    const { adas, scale, path, db, ada } = await admins()
    await adas.post(path, { ...typedFalse, label: 'Wrong', value: '' }).expect(303)
    const { ratings, version } = await scale()
    expect(ratings.find(({ id }) => id === rated.false)).toMatchObject({ key: 'false', label: 'Wrong', value: null })
    expect(version).toBe(2)
    const [line] = await historyOf(db.reader, ada, {}, { limit: 1 })
    expect(line?.type).toBe('rating.edited')
  })

  it.each([
    ['label', { label: 'Wrong' }],
    ['definition', { definition: 'It is not so.' }],
    ['value', { value: '2' }],
  ])(
    'that was given keeps its %s: a new one takes its place, and the decision reads as it did',
    async (_what, more) => {
      const { adas, scale, path, claim, ...news } = await admins()
      await decided({ ...news } as never, claim)
      await adas.post(path, { ...typedFalse, ...more }).expect(303)
      const { ratings, retired } = await scale()
      expect(retired).toMatchObject([{ id: rated.false, label: 'False', value: 1, definition: typedFalse.definition }])
      expect(ratings[4]).toMatchObject(typeof more === 'object' && 'value' in more ? { value: 2 } : more)
      expect(ratings[4]?.key).not.toBe('false')
      expect(ratings.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(wordsOf(await adas.get(`/claims/${claim}`))).toMatch(/Claim 1-1 Decided False/)
      const list = (await adas.get('/claims?rating=false')).text
      expect(list).toContain('The harbour closed on Monday.')
      expect(list).toContain('False (retired)')
    },
  )

  it('that was given still changes its look and place', async () => {
    const { adas, scale, path, claim, ...news } = await admins()
    await decided({ ...news } as never, claim)
    await adas.post(path, { ...typedFalse, tone: 'half', shape: 'quarter', place: 1 }).expect(303)
    const { ratings, retired } = await scale()
    expect(ratings[0]).toMatchObject({ id: rated.false, tone: 'half', shape: 'quarter', position: 1 })
    expect(retired).toEqual([])
  })

  it('is refused for a label that is taken, a look that is none, and an old form', async () => {
    const { adas, path, scale } = await admins()
    const taken = await adas.post(path, { ...typedFalse, label: 'TRUE' }).expect(422)
    expect(wordsOf(taken)).toContain('Another rating of this scale has this label')
    const wrong = await adas
      .post(path, { ...typedFalse, label: ' ', tone: 'pink', shape: 'star', value: '9' })
      .expect(422)
    expect(wordsOf(wrong)).toMatch(/4 fields need another look/)
    await adas.post(path, { ...typedFalse, label: 'Wrong' }).expect(303)
    const lost = await adas.post(path, { ...typedFalse, label: 'Untrue' }).expect(409)
    expect(wordsOf(lost)).toContain('Saved meanwhile by a colleague: Wrong')
    expect((await scale()).version).toBe(2)
  })

  it('shows the badge while it is typed, with and without JavaScript', async () => {
    const { adas, path } = await admins()
    const query = new URLSearchParams({ label: 'So <so>', tone: 'half', shape: 'bend', version: '1', value: '' })
    const piece = (await adas.get(`/ratings/preview?${query.toString()}`)).text
    expect(piece).toMatch(/^<p[^]*tone-half[^]*#rating-bend[^]*So &lt;so&gt;/)
    const page = (await adas.get(`${path}/edit?${query.toString()}`)).text
    expect(page).toContain('value="So &lt;so&gt;"')
    expect(page).toContain('tone-half')
    expect((await adas.get(`/ratings/preview?tone=x&shape=y`)).text).toContain('tone-off-axis')
  })
})

describe('retiring a rating', () => {
  it('takes it out of the verdict form, and leaves a scale two', async () => {
    const { adas, scale, claim } = await admins()
    await adas.post('/ratings/9/retirement').expect(303)
    expect((await scale()).retired.map(({ key }) => key)).toEqual(['satire'])
    expect((await adas.get(`/claims/${claim}/verdicts/new`)).text).not.toContain('Satire')
    expect(wordsOf(await adas.post('/ratings/9/retirement').expect(409))).toContain('retired already')
    for (const id of [3, 4, 5, 6, 7, 8]) await adas.post(`/ratings/${id}/retirement`).expect(303)
    expect(wordsOf(await adas.post('/ratings/2/retirement').expect(409))).toContain('A scale needs two ratings')
    await adas.get('/ratings/99/edit').expect(404)
  })
})
