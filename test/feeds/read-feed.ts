import { Parser } from 'htmlparser2'
import { z } from 'zod'

/** An element of XML with what is in it. */
type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

/** Reads XML. Throws where tags do not match, or a character may not be there. */
function readXml(xml: string): Element {
  // eslint-disable-next-line no-control-regex
  const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&(?!(?:amp|lt|gt|quot|apos|#39);)/u.exec(xml)
  if (illegal) throw new Error(`Not well-formed at ${illegal.index}`)
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, children: [], text: '' }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext: (text) => void ((open.at(-1) ?? root).text += text),
      onclosetag: (name, isImplied) => {
        const opened = open.pop()
        if (opened?.name !== name || (isImplied && !xml.includes('/>'))) throw new Error(`<${name}> does not match`)
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  const [only] = root.children
  if (!only || open.length !== 1) throw new Error('Not one whole element')
  return only
}

const instant = z.iso.datetime()
const address = z.url({ protocol: /^https?$/ })

/** What is in the children of that name. */
const textsOf = ({ children }: Element, name: string) =>
  children.filter((child) => child.name === name).map(({ text }) => text)

function one(element: Element, name: string): string {
  const [text, ...more] = textsOf(element, name)
  if (text === undefined || more.length > 0) throw new Error(`<${element.name}> has not exactly one <${name}>`)
  return text
}

const linksOf = ({ children }: Element, rel: string) =>
  children
    .filter(({ name, attributes }) => name === 'link' && attributes['rel'] === rel)
    .map(({ attributes }) => attributes['href'])

/** Reads an Atom feed by the rules of RFC 4287 (sections 4.1.1 and 4.1.2). Throws where it breaks one. */
export function readAtom(xml: string) {
  const feed = readXml(xml)
  if (feed.attributes['xmlns'] !== 'http://www.w3.org/2005/Atom' || feed.name !== 'feed') throw new Error('Not Atom')
  const head = (element: Element) => ({
    id: z.url().parse(one(element, 'id')),
    title: z.string().min(1).parse(one(element, 'title')),
    updated: instant.parse(one(element, 'updated')),
  })
  const [author] = feed.children.filter(({ name }) => name === 'author')
  if (!author || !one(author, 'name')) throw new Error('Nobody is its author')
  const [self] = linksOf(feed, 'self')
  const entries = feed.children
    .filter(({ name }) => name === 'entry')
    .map((entry) => ({
      ...head(entry),
      published: instant.parse(one(entry, 'published')),
      url: address.parse(linksOf(entry, 'alternate')[0]),
      content: one(entry, 'content'),
      tags: entry.children.filter(({ name }) => name === 'category').map(({ attributes }) => attributes['term']),
    }))
  if (new Set(entries.map(({ id }) => id)).size !== entries.length) throw new Error('Two entries have one id')
  return { ...head(feed), self: address.parse(self), entries }
}

/** JSON Feed 1.1. */
export const JsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: address,
  feed_url: address,
  authors: z.array(z.strictObject({ name: z.string().min(1), url: address })),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: address,
      title: z.string().min(1),
      content_html: z.string().min(1),
      date_published: instant,
      date_modified: instant,
      tags: z.array(z.string()).optional(),
      _stet: z.looseObject({
        claim: z.string(),
        state: z.enum(['published', 'withdrawn']),
        rating: z.string().nullable(),
      }),
    }),
  ),
})
