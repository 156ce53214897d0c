import { expect, it } from 'vitest'
import { missingAnchors } from '../support/crawl.ts'
import { validator } from '../support/validator.ts'
import { aReport, second } from './a-report.ts'

it('every page of versions and places is valid HTML, leads nowhere in vain, and asks a bounded number of questions', async () => {
  const { as, cleo, path, queries } = await aReport()
  const browser = await as(cleo)
  const pages = [
    ['form', (await browser.get(`${path}/new`)).text],
    ['preview', (await browser.post(`${path}/preview`, { text: second })).text],
  ]
  await browser.post(path, { text: second, base: 1 }).expect(303)
  const found = ['', '/1', '/2', '/compare?from=1&to=2', '/compare?from=2&to=2'].map((end) => path + end)
  for (const address of [
    ...found,
    '/articles/1',
    '/articles/1?placing=2',
    '/claims/2/place',
    '/claims/2',
    '/claims/1',
    '/',
  ]) {
    queries.length = 0
    pages.push([address, (await browser.get(address).expect(200)).text])
    expect(queries.length).toBeLessThan(30)
  }
  for (const [name = '', text = ''] of pages) {
    const { results } = await validator.validateString(text, name)
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => `${name}: ${message}`))).toEqual([])
    expect(missingAnchors({ status: 200, text, type: 'text/html', location: undefined })).toEqual([])
  }
})
