import { describe, expect, it } from 'vitest'
import { entryOf } from '../../server/feeds/entry.ts'
import { jsonFeed } from '../../server/feeds/json-feed.ts'
import { xmlText } from '../../server/feeds/xml-text.ts'
import type { PublicChange } from '../../server/reports/public.ts'
import { AtomFeed } from '../../views/feeds/atom-feed.ts'
import { published, site } from '../reports/checks.ts'
import { JsonFeed, readAtom } from './read-feed.ts'

const at = '2025-05-12T09:00:00.000Z'
const change = (wanted: Partial<PublicChange> = {}): PublicChange => ({
  key: 'r1.1/1',
  why: 'published',
  kind: null,
  note: null,
  at,
  claim: published(),
  ...wanted,
})
const withdrawn = published({ state: 'withdrawn', rating: null, rationale: null })

describe('an entry', () => {
  it('is known by an id that neither its words nor the address of the server change', () => {
    const { id } = entryOf(change(), site.origin)
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(entryOf(change({ claim: published({ statement: 'Otherwise.' }) }), 'https://new.example').id).toBe(id)
    expect(entryOf(change({ key: 'r1.1/2' }), site.origin).id).not.toBe(id)
  })

  it('of a publication is the claim as it is now, and its time that of the last change', () => {
    const entry = entryOf(change(), site.origin)
    expect(entry).toMatchObject({
      title: 'False: The harbour closed on Monday.',
      url: 'https://stet.example/reports/port-ellery/1-the-harbour-closed',
      published: at,
      updated: '2025-05-13T09:00:00.000Z',
    })
  })

  it('of a correction keeps its own time and says of what kind it was', () => {
    const corrected = { key: 'r1.1/2', why: 'corrected', note: 'We misread a log.' } as const
    const made = (kind: PublicChange['kind']) => entryOf(change({ ...corrected, kind }), site.origin)
    expect(made('correction')).toMatchObject({ title: 'Correction: The harbour closed on Monday.', updated: at })
    expect(made('clarification').title).toBe('Clarification: The harbour closed on Monday.')
    expect(entryOf(change({ why: 'renewed' }), site.origin).title).toBe(
      'Brought up to date: The harbour closed on Monday.',
    )
  })

  it('of a claim that was withdrawn says so, whatever it told before, and that it changed', () => {
    for (const why of ['published', 'corrected', 'withdrawn'] as const) {
      const entry = entryOf(
        change({ why, kind: why === 'corrected' ? 'correction' : null, claim: withdrawn }),
        site.origin,
      )
      expect(entry).toMatchObject({
        title: 'Withdrawn: The harbour closed on Monday.',
        updated: '2025-05-13T09:00:00.000Z',
      })
    }
    const again = entryOf(change({ why: 'withdrawn', kind: 'withdrawal' }), site.origin)
    expect(again.title).toBe('Withdrawn, and checked again since: The harbour closed on Monday.')
  })
})

describe('a feed', () => {
  const signs = 'a < b & "c" ]]> </title> <script>alert(1)</script> 🚢 \u{FFFE}'
  const feedOf = (...changes: PublicChange[]) => ({
    url: 'https://stet.example/feeds/checks.atom',
    home: 'https://stet.example/',
    newsroom: signs,
    title: signs,
    updated: at,
    entries: changes.map((one) => entryOf(one, site.origin)),
  })
  const claim = published({
    statement: signs,
    quote: signs,
    rationale: signs,
    tags: [signs],
    claimant: { name: signs, role: signs, kind: null, sameAs: null },
  })

  it('gives back every sign as it was, in either format, but what XML has no place for', () => {
    const feed = feedOf(change({ claim, note: signs }), change({ key: 'r1.1/2' }))
    const atom = readAtom(xmlText(String(AtomFeed(feed))))
    const inXml = signs.replace('\u{FFFE}', '\u{FFFD}')
    expect(atom.title).toBe(inXml)
    expect(atom.entries[0]).toMatchObject({ title: `False: ${inXml}`, tags: [inXml] })
    const json = JsonFeed.parse(JSON.parse(jsonFeed(feed)))
    expect(json.items[0]).toMatchObject({ title: `False: ${signs}`, tags: [signs] })
  })

  it('holds HTML in which nothing that somebody wrote is markup', () => {
    const { items } = JsonFeed.parse(JSON.parse(jsonFeed(feedOf(change({ claim, note: signs })))))
    const [atom] = readAtom(xmlText(String(AtomFeed(feedOf(change({ claim, note: signs })))))).entries
    expect(items[0]?.content_html).not.toContain('<script')
    expect(items[0]?.content_html).toContain('&lt;script&gt;')
    expect(atom?.content).toBe(xmlText(items[0]?.content_html ?? ''))
  })

  it('repeats nothing of a withdrawn check', () => {
    const text = jsonFeed(feedOf(change({ claim: withdrawn })))
    expect(text).toContain('no longer stand by')
    expect(text).not.toContain('Ships came in')
    expect(JsonFeed.parse(JSON.parse(text)).items[0]?._stet).toMatchObject({ state: 'withdrawn', rating: null })
  })
})
