import type { Newsroom } from '../support/newsroom.ts'
import request from 'supertest'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { importRows, imports, claims, outsideChecks } from '../../db/schema/index.ts'
import type { Person } from '../../server/accounts/permissions.ts'

/** A small one with semicolons, smart quotes, two spellings of a label, text like a formula, and gaps. */
export const sheet = [
  'Nr;Behauptung;Sprecher;Datum;Bewertung;Begründung;Quelle',
  '1;„Die Miete stieg um 40 %“;Anna Berg;13.05.2024;False;Es waren 12 %.;https://stat.example/1',
  '2;=1+1 ist alles;Bo Lind;2024-05;FALSCH;"Zwei\nZeilen";https://stat.example/1 https://stat.example/2',
  '3;Nie gesagt;;;;;Archiv der Stadt',
].join('\n')

/** An editor who sends files, and what can be read of what became of them. */
export async function desk(news: Newsroom, person: Person = news.edith) {
  const { app, db, world } = news
  const browser = await news.as(person)
  const upload = (bytes: string | Buffer, name = 'archive.csv') =>
    request(app)
      .post('/imports')
      .set('Cookie', browser.cookie)
      .attach('file', Buffer.from(bytes as string), name)
  const send = async (bytes: string | Buffer, name?: string) => {
    const answer = await upload(bytes, name)
    return Number(/\/imports\/(\d+)$/.exec(answer.headers.location ?? '')?.[1] ?? 0)
  }
  const found = async (id: number) => (await db.reader.select().from(imports)).find((one) => one.id === id)
  /** Sends the form of the page as it stands, with some fields changed. */
  const plan = async (id: number, changed: Record<string, string>) => {
    const { text } = await browser.get(`/imports/${id}`)
    return browser.post(`/imports/${id}/plan`, { ...fieldsOf(text), ...changed })
  }
  const start = async (id: number) => browser.post(`/imports/${id}/start`, { version: (await found(id))?.version ?? 0 })
  const work = () => runDueJobs(world, jobKinds)
  const takeIn = async (bytes: string | Buffer, changed: Record<string, string> = {}) => {
    const id = await send(bytes)
    if (Object.keys(changed).length > 0) await plan(id, changed)
    await start(id)
    await work()
    return id
  }
  const page = async (id: number) => (await browser.get(`/imports/${id}`)).text
  const rows = () => db.reader.select().from(importRows)
  return { ...news, browser, upload, send, found, plan, start, work, takeIn, page, rows, ...kept(news) }
}

const kept = ({ db }: Newsroom) => ({
  claims: () => db.reader.select().from(claims).orderBy(claims.id),
  checks: () => db.reader.select().from(outsideChecks).orderBy(outsideChecks.id),
})

/** What the form of the plan on a page holds. */
function fieldsOf(page: string): Record<string, string> {
  const form = /<form class="import-plan"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const inputs = [...form.matchAll(/<input\s[^>]*?name="(\w+)"[^>]*?type="text"[^>]*?value="([^"]*)"/g)]
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const choices = [...form.matchAll(/<select[^>]*name="(\w+)"[\s\S]*?<\/select>/g)].map(([all, name = '']) => {
    const value = /<option value="([^"]*)" selected/.exec(all)?.[1] ?? ''
    return [name, value] as const
  })
  const fields = Object.fromEntries([...inputs, ...hidden].map(([, name = '', value = '']) => [name, value]))
  const ticked = /name="leaveOut" value="yes"\s+checked/.test(form)
  return { ...fields, ...Object.fromEntries(choices), ...(ticked && { leaveOut: 'yes' }) }
}
