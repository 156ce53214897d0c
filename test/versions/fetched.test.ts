import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { articles, versions } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { allowing, peer } from '../fetching/peer.ts'
import { aReport, second } from './a-report.ts'

const page = `<!doctype html><html lang="en"><head><title>A ferry sinks</title></head><body><nav>Menu</nav><article><h1>A ferry sinks</h1>${second
  .split('\n\n')
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('')}</article></body></html>`

/** The report, said to stand at an address of a site on this machine. */
async function aReportAt(answer: (path: string) => [status: number, body: string]) {
  const site = await peer((req, res) => {
    const [status, body] = answer(req.url ?? '')
    res.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(body)
  })
  const report = await aReport()
  report.world.fetching = allowing([site.host])
  const url = `${site.address}/ferry`
  await write(report.db, (tx) => tx.update(articles).set({ url }).where(eq(articles.id, report.articleId)))
  return { ...report, site, browser: await report.as(report.cleo) }
}

it('fetches the address of the article, when somebody says so, and shows what is different there', async () => {
  const { browser, path, site, db } = await aReportAt(() => [200, page])
  const form = await browser.get(`${path}/new`).expect(200)
  expect(form.text).toContain('Fetching shows the address of this newsroom to the owner of the site.')
  expect(site.requests).toHaveLength(0)
  const preview = await browser.post(`${path}/fetch`).expect(200)
  expect(site.requests).toHaveLength(1)
  expect(preview.text).toContain('added: </span>301</ins>')
  expect(preview.text).not.toContain('Menu')
  expect(await db.reader.select().from(versions)).toHaveLength(1)
})

it('says why nothing came of it, and offers to paste', async () => {
  const { browser, path } = await aReportAt(() => [404, 'Gone'])
  const refused = await browser.post(`${path}/fetch`).expect(422)
  expect(refused.text).toContain('The site says that there is no such page (404). The text can be pasted instead.')
})

it('needs an address, and somebody who may', async () => {
  const { as, cleo, rita, path } = await aReport()
  const browser = await as(cleo)
  expect((await browser.get(`${path}/new`)).text).not.toContain('Fetch it again')
  await browser.post(`${path}/fetch`).expect(422)
  await (await as(rita)).post(`${path}/fetch`).expect(403)
})
