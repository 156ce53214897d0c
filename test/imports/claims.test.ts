import { describe, expect, it } from 'vitest'
import { events, evidence, importedVerdicts, sources, versions } from '../../db/schema/index.ts'
import { newsroom } from '../support/newsroom.ts'
import { desk, sheet } from './files.ts'

describe('claims of ours', () => {
  it('come out of a spreadsheet with all that it says', async () => {
    const news = await desk(await newsroom())
    const id = await news.takeIn(sheet)
    expect(await news.found(id)).toMatchObject({
      state: 'finished',
      added: 3,
      already: 0,
      leftOut: 0,
      target: 'claims',
    })
    const made = await news.claims()
    expect(made.map(({ statement, claimedOn, state, quote }) => [statement, claimedOn, state, quote])).toEqual([
      ['„Die Miete stieg um 40 %“', '2024-05-13', 'decided', '„Die Miete stieg um 40 %“'],
      ['=1+1 ist alles', '2024-05', 'decided', '=1+1 ist alles'],
      ['Nie gesagt', null, 'open', 'Nie gesagt'],
    ])
    const [text] = await news.db.reader.select().from(versions)
    for (const claim of made) expect(text?.text.slice(claim.quoteStart, claim.quoteEnd)).toBe(claim.quote)
    const said = await news.db.reader.select().from(importedVerdicts)
    expect(said.map(({ label, rationale, line }) => [label, rationale, line])).toEqual([
      ['False', 'Es waren 12 %.', 2],
      ['FALSCH', 'Zwei\nZeilen', 3],
    ])
    const named = await news.db.reader.select({ title: sources.title }).from(sources)
    expect(named.map(({ title }) => title)).toEqual([
      'https://stat.example/1',
      'https://stat.example/2',
      'Archiv der Stadt',
    ])
    expect(await news.db.reader.select().from(evidence)).toHaveLength(4)
    const page = (await news.browser.get(`/claims/${made[0]?.id}`)).text
    expect(page).toContain('Imported verdict')
    expect(page).toContain('Es waren 12 %.')
  })

  it('are nothing until they are confirmed, and nobody below an editor confirms them', async () => {
    const news = await desk(await newsroom())
    const id = await news.send(sheet)
    const browser = await news.as(news.cleo)
    expect((await browser.get(`/imports/${id}`)).status).toBe(403)
    expect((await browser.post(`/imports/${id}/start`, { version: 1 })).status).toBe(403)
    await news.work()
    expect(await news.claims()).toEqual([])
    expect(await news.page(id)).toContain('3 rows would be added')
  })

  it('are precedents, but cannot be published by themselves', async () => {
    const news = await desk(await newsroom())
    await news.takeIn(
      'Claim,Rating,Rationale\nThe unemployment rate in Freedonia fell to 3.1 percent,False,It was 5.\n',
    )
    const [claim] = await news.claims()
    expect(claim).toMatchObject({ state: 'decided', decisionId: null })
    const asked = await news.browser.get('/precedents.json?text=The unemployment rate in Freedonia fell to 3.1 percent')
    expect(asked.body.precedents).toMatchObject([{ by: 'us', rationale: 'It was 5.' }])
    for (const path of ['', '/publication']) {
      const page = await news.browser.get(`/claims/${claim?.id}${path}`)
      expect([page.status, page.text.includes(`action="/claims/${claim?.id}/publication"`)]).toEqual([200, false])
      expect(page.text).not.toContain('Publish the decision')
    }
    expect((await news.browser.post(`/claims/${claim?.id}/publication`, { decision: 1 })).status).toBe(409)
    expect((await news.claims())[0]?.state).toBe('decided')
  })

  it('are recognised when the same rows come again, in the file and in another one', async () => {
    const news = await desk(await newsroom())
    await news.takeIn(sheet)
    const again = await news.send(sheet)
    expect(await news.page(again)).toContain('The same file was imported already')
    expect((await news.start(again)).status).toBe(422)
    const more = await news.takeIn(`${sheet}\n4;Neu;X;;;;\n4;Neu;X;;;;\n`)
    expect(await news.found(more)).toMatchObject({ added: 1, already: 4 })
    expect((await news.claims()).map(({ statement }) => statement)).toHaveLength(4)
  })

  it('are set aside when the import is undone, but for those that somebody has worked on, and can come again', async () => {
    const news = await desk(await newsroom())
    const id = await news.takeIn(sheet)
    const [, second] = await news.claims()
    await news.browser.post(`/claims/${second?.id}/threads`, { body: 'Look again.' })
    await news.browser.post(`/imports/${id}/undoing`)
    await news.work()
    expect(await news.found(id)).toMatchObject({ state: 'undone', undone: 2, kept: 1 })
    expect((await news.claims()).map(({ state }) => state)).toEqual(['set_aside', 'decided', 'set_aside'])
    expect((await news.browser.post(`/imports/${id}/undoing`)).status).toBe(409)
    const next = await news.takeIn(sheet)
    expect(await news.found(next)).toMatchObject({ added: 3 })
    expect(new Set((await news.claims()).map(({ articleId, number }) => `${articleId}-${number}`)).size).toBe(6)
  })

  it('leave three events in the history, not one a row', async () => {
    const news = await desk(await newsroom())
    const before = (await news.db.reader.select().from(events)).length
    const id = await news.takeIn(sheet)
    const types = (await news.db.reader.select().from(events)).slice(before).map(({ type }) => type)
    expect(types).toEqual(['import.started', 'article.added', 'import.finished'])
    expect((await news.rows()).map(({ importId, line }) => [importId, line])).toEqual([
      [id, 2],
      [id, 3],
      [id, 5],
    ])
    expect((await news.browser.get('/history')).text).toContain(`import ${id}`)
  })
})
