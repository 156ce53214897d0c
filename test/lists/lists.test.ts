import { describe, expect, it } from 'vitest'
import { events } from '../../db/schema/index.ts'
import { someClaims } from '../claims/list-claims.ts'
import { newsroom } from '../support/newsroom.ts'

async function room() {
  const news = await newsroom()
  await someClaims(news, 2)
  const [ediths, cleos, bens, ritas] = [
    await news.as(news.edith),
    await news.as(news.cleo),
    await news.as(news.ben),
    await news.as(news.rita),
  ]
  const told = async () => {
    const rows = await news.db.reader.select({ type: events.type, body: events.body }).from(events)
    return rows
      .filter(({ type }) => type.startsWith('list.'))
      .map(({ type, body }) => [type, JSON.parse(String(body)).data])
  }
  return { ...news, ediths, cleos, bens, ritas, told }
}

const open = { name: 'What is open', query: 'state=open&sort=due&columns=claim,due' }

describe('a saved list', () => {
  it('is the address it was saved from, above the claims, on the desk and among all lists, for its owner alone', async () => {
    const { cleos, bens, told } = await room()
    const saved = await cleos.post('/lists', open).expect(303)
    const address = '/claims?state=open&sort=due&columns=claim%2Cdue'
    expect(saved.headers.location).toBe(address)
    for (const path of ['/claims', '/', '/lists'])
      expect((await cleos.get(path)).text).toContain(`href="${address.replaceAll('&', '&amp;')}"`)
    const shown = (await cleos.get(address)).text
    expect(shown).toContain('aria-current="page"><bdi>What is open')
    expect(shown).not.toContain('Save this list')
    for (const path of ['/claims', '/', '/lists']) expect((await bens.get(path)).text).not.toContain('What is open')
    for (const path of ['/lists/1']) await bens.get(path).expect(404)
    await bens.post('/lists/1', { ...open, version: '1' }).expect(404)
    await bens.post('/lists/1/removal').expect(404)
    expect(await told()).toEqual([])
  })

  it('is shared by those who check, and seen by all; each change of it stands in the history', async () => {
    const { cleos, ritas, bens, ediths, told } = await room()
    await ritas.post('/lists', { ...open, shared: 'yes' }).expect(403)
    await cleos.post('/lists', { ...open, shared: 'yes' }).expect(303)
    expect((await ritas.get('/claims')).text).toContain('What is open')
    await bens.post('/lists/1', { ...open, name: 'Mine', shared: 'yes', version: '1' }).expect(403)
    await ediths.post('/lists/1', { name: 'Open', shared: 'yes', query: 'state=open', version: '1' }).expect(303)
    expect((await cleos.get('/')).text).toContain('<bdi>Open</bdi>')
    await cleos.post('/lists/1', { name: 'Open', query: 'state=open', version: '2' }).expect(303)
    expect((await ritas.get('/claims')).text).not.toContain('<bdi>Open</bdi>')
    expect(await told()).toEqual([
      ['list.shared', { list: 1, name: 'What is open' }],
      [
        'list.changed',
        {
          list: 1,
          before: { name: 'What is open', query: 'state=open&sort=due&columns=claim%2Cdue' },
          after: { name: 'Open', query: 'state=open' },
        },
      ],
      ['list.withdrawn', { list: 1, name: 'Open' }],
    ])
    const { text } = await ediths.get('/history')
    expect(text).toMatch(/shared the list <a href="\/lists\/1"[^>]*>“What is open”<\/a>/)
  })

  it('is removed and put back, by its owner or for a shared one an editor', async () => {
    const { cleos, ediths, told } = await room()
    await cleos.post('/lists', { ...open, shared: 'yes' }).expect(303)
    await ediths.post('/lists/1/removal').expect(303)
    expect((await cleos.get('/claims')).text).not.toContain('What is open')
    expect((await cleos.get('/lists')).text).toMatch(/Removed<\/h2>[^]*What is open[^]*Put back/)
    await cleos.post('/lists/1/return').expect(303)
    expect((await ediths.get('/claims')).text).toContain('What is open')
    expect((await told()).map(([type]) => type)).toEqual(['list.shared', 'list.withdrawn', 'list.shared'])
  })

  it('has a name of its own and an address of the list, and tells of a lost race', async () => {
    const { cleos } = await room()
    await cleos.post('/lists', open).expect(303)
    const twice = await cleos.post('/lists', { ...open, name: ' what IS open' }).expect(422)
    expect(twice.text).toContain('There is a list of this name already')
    const wrong = await cleos
      .post('/lists', { name: 'Else', query: 'https://stet.example/claims?stat=open' })
      .expect(422)
    expect(wrong.text).toContain('The list knows no filter “stat”')
    expect(wrong.text).toContain('value="https://stet.example/claims?stat=open"')
    await cleos.post('/lists', { name: 'Pasted', query: 'https://stet.example/claims?kind=event&after=7' }).expect(303)
    expect((await cleos.get('/lists')).text).toContain('href="/claims?kind=event"')
    await cleos.post('/lists/1', { name: 'A', query: '', version: '1' }).expect(303)
    const late = await cleos.post('/lists/1', { name: 'B', query: '', version: '1' }).expect(409)
    expect(late.text).toContain('value="B"')
    expect(late.text).toContain('Saved meanwhile by a colleague')
  })
})

describe('the columns of the list', () => {
  const heads = (page: string) =>
    [...page.matchAll(/<th scope="col"[^>]*>(?:<a [^>]*>)?([^<]+)/g)].map(([, words]) => words)

  it('stand in its address, in the order of the table, and every link keeps them', async () => {
    const { cleos } = await room()
    const { text } = await cleos.get('/claims?columns=tags,claim,kind&kind=event').expect(200)
    expect(heads(text)).toEqual(['No.', 'Claim', 'Kind', 'Tags'])
    const links = [...text.matchAll(/<th[^>]*><a [^>]*href="([^"]+)"/g)].map(([, to]) => to)
    expect(links).toHaveLength(2)
    for (const to of links) expect(to).toContain('columns=claim%2Ckind%2Ctags')
    expect(text).toContain('name="columns" value="claim,kind,tags"')
    expect((await cleos.get('/claims?columns=claim')).text).not.toContain('>Article</th>')
    expect((await cleos.get('/claims?columns=nonsense').expect(200)).text).toContain('“columns” can hold')
  })

  it('come from the boxes of the form, and are no others in files', async () => {
    const { cleos } = await room()
    const boxes = await cleos.get('/claims?state=open&columns=claim&show_due=yes&show_article=yes').expect(303)
    expect(boxes.headers.location).toBe('/claims?state=open&columns=claim%2Carticle%2Cdue')
    await cleos.get('/claims?state=open&state=open').expect(400)
    const [plain, chosen] = [await cleos.get('/claims.csv'), await cleos.get('/claims.csv?columns=claim,due')]
    expect(chosen.status).toBe(200)
    expect(chosen.text.split('\r\n')[0]).toBe(plain.text.split('\r\n')[0])
    expect((await cleos.get('/claims.json?columns=claim,due')).body.claims).toHaveLength(2)
  })

  it('are remembered for one person, where an address names none', async () => {
    const { cleos, bens } = await room()
    await cleos.post('/claims/columns', { columns: 'claim,priority', list: 'state=open&columns=claim' }).expect(303)
    expect(heads((await cleos.get('/claims')).text)).toEqual(['No.', 'Claim', 'Priority'])
    expect(heads((await cleos.get('/claims?columns=claim,due')).text)).toEqual(['No.', 'Claim', 'Due'])
    expect(heads((await bens.get('/claims')).text)).toHaveLength(8)
    await cleos.post('/claims/columns', { columns: 'nonsense', list: '' }).expect(422)
  })
})
