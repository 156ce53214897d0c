import { expect, it } from 'vitest'
import { type Answer, crawl } from '../support/crawl.ts'
import { aSource, anItem, harbour } from '../evidence/harbour.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { newsroom } from '../support/newsroom.ts'

/** What a reader gets of everything, on a desk with or without a confidential source that is used, copied and merged. */
async function seenByReader(hasSecret: boolean): Promise<Map<string, string>> {
  const { db, as, ben, cleo, rita } = await newsroom()
  const { claims, article } = await harbour(db, 2)
  const claim = claims[0] ?? 0
  const open = await aSource(db, 'Open log', {
    publisher: 'Harbour office',
    origin: 'Coast News',
    url: 'https://log.example/1',
  })
  await aSource(db, 'Tide table', { publisher: 'Harbour office' })
  await aSnapshot(db, open, 'The harbour closed on Monday. Twelve boats stayed outside.')
  await anItem(db, ben, claim, open)
  const reader = await as(rita)
  const checker = await as(cleo)
  if (hasSecret) {
    const more = { confidential: true, publisher: 'Harbour office', origin: `/sources/${open}`, author: 'Coast News' }
    const secret = await aSource(db, 'Harbour talk', { ...more, url: 'https://log.example/2' })
    const twin = await aSource(db, 'Harbour talk again', { ...more, origin: null })
    await aSnapshot(db, secret, 'The harbour closed on Monday. Twelve boats stayed outside.')
    await anItem(db, ben, claim, secret, 'Harbour, it was said.')
    await anItem(db, ben, claims[1] ?? 0, twin, 'Harbour, said again.')
    await checker.post(`/sources/${secret}/same/${twin}`, { stamp: '1.1' }).expect(303)
    await checker.post(`/sources/${twin}/separation`).expect(303)
    const edit = { title: 'Harbour talk, all', kind: 'interview', confidential: 'yes', version: '1' }
    await checker.post(`/sources/${secret}`, edit).expect(303)
  }
  const get = async (path: string): Promise<Answer> => {
    const { status, text, headers } = await reader.get(path).buffer(true)
    return { status, text: text ?? '', type: headers['content-type'] ?? '', location: headers.location }
  }
  const lists = [
    '',
    '?q=harbour',
    '?sort=title',
    '?sort=used',
    '?sort=title&before=3',
    '?sort=used&before=3',
    '?use=yes',
  ]
  const asked = [
    ...lists.flatMap((query) => [`/sources${query}`, `/sources.json${query}`, `/sources.csv${query}`]),
    '/search?q=harbour',
    '/search.json?q=harbour',
    '/claims.json',
    '/claims.csv',
    '/evidence.csv',
    '/history.json',
    '/sources/3',
    '/sources/4',
    '/sources/3/merger',
    '/sources/4/history',
    '/history?source=3',
    `/claims/${claim}.json`,
    `/articles/${article}/evidence.csv`,
    '/sources?publisher=harbour+office',
    '/claims?evidence=none',
  ]
  const visits = await crawl(get)
  const found = new Map(visits.map(({ path, answer }) => [path, `${answer.status} ${answer.text}`]))
  for (const path of asked) {
    const { status, text } = await get(path)
    found.set(path, `${status} ${text}`)
  }
  return found
}

// When and where a file was made is of no matter here. The length of the chain counts all events, sign-ins and sealed verdicts
// too, or it could not be held against a checkpoint; it does not say what they are about.
const told = (text: string | undefined) =>
  text
    ?.replaceAll(/127\.0\.0\.1:\d+|\/tmp\/stet-\w+|<span class="number">\d+ events/g, 'here')
    .replaceAll(/\d{4}-\d\d-\d\d(T[\d:.]+Z)?|\d+ \w+ \d{4}, \d\d:\d\d/g, 'then')

it('changes not a byte of what a reader gets', { timeout: 60_000 }, async () => {
  const [without, having] = [await seenByReader(false), await seenByReader(true)]
  expect(without.size).toBeGreaterThan(40)
  const paths = [...new Set([...without.keys(), ...having.keys()])]
  const differing = paths.filter((path) => told(without.get(path)) !== told(having.get(path)))
  expect(differing).toEqual([])
})
