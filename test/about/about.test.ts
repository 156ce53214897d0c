import { expect, it } from 'vitest'
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

it('is a link at the foot of every page', async () => {
  const { as, rita, visitor } = await newsroom()
  for (const page of [await (await as(rita)).get('/articles'), await visitor.get('/sign-in')])
    expect(page.text).toMatch(/<footer[^>]*><a href="\/about">About Stet<\/a>/)
})
