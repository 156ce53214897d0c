import { expect, it } from 'vitest'
import { release } from '../../server/release.ts'
import { newsroom } from '../support/newsroom.ts'

it('tells everybody what Stet rests on, signed in or not', async () => {
  const { as, rita, visitor } = await newsroom()
  for (const browser of [await as(rita), visitor]) {
    const { text } = await browser.get('/about').expect(200)
    for (const words of [
      'ClaimBuster',
      'Arslan',
      'Hassan',
      'Li',
      'Tremayne',
      '2020',
      'CC BY 4.0',
      'id="worth-checking"',
    ])
      expect(text).toContain(words)
  }
})

it('names the release to people of the newsroom alone', async () => {
  const { as, rita, visitor } = await newsroom()
  expect((await (await as(rita)).get('/about')).text).toContain(`release ${release}`)
  expect((await visitor.get('/about')).text).not.toContain(release)
})

it('is a link at the foot of every page', async () => {
  const { as, rita, visitor } = await newsroom()
  for (const page of [await (await as(rita)).get('/articles'), await visitor.get('/sign-in')])
    expect(page.text).toMatch(/<footer[^>]*><a href="\/about">About Stet<\/a>/)
})
