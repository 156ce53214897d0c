import { Parser } from 'htmlparser2'

/** What a page says of itself in places made for programs. Names are in lower case; each may be said several times. */
export type Tags = {
  /** Of `<meta>`, by name, property or both. */
  metas: Map<string, string[]>
  /** Of microdata, by itemprop: only what is said in an attribute. */
  items: Map<string, string[]>
  /** Texts of JSON-LD. */
  linked: string[]
  title: string
  canonical: string
  language: string
}

/** A page can be made to say a million things; no honest one says more than this. Depth costs the parser more than it is. */
const limits = { characters: 5_000_000, depth: 2_000, values: 3_000, length: 4_000, scripts: 30, script: 500_000 }
const chunk = 65_536

/** Reads a page once from its start, as far as it is within limits, without building a tree of it. */
export function collectTags(source: string): Tags {
  const tags: Tags = { metas: new Map(), items: new Map(), linked: [], title: '', canonical: '', language: '' }
  const { handler, isTooDeep } = reader(tags)
  const parser = new Parser(handler)
  for (let at = 0; at < Math.min(source.length, limits.characters) && !isTooDeep(); at += chunk)
    parser.write(source.slice(at, at + chunk))
  return tags
}

type Attributes = Record<string, string | undefined>

function reader(tags: Tags) {
  let depth = 0
  let inside: 'title' | 'script' | undefined
  let drawing = 0
  let script: string[] = []
  const note = notes(tags)
  const handler = {
    onopentag: (name: string, at: Attributes) => {
      depth += 1
      note(name, at)
      // A drawing has titles of its own.
      if (name === 'svg') drawing += 1
      if (name === 'title' && tags.title === '' && drawing === 0) inside = 'title'
      if (name === 'script' && /^application\/ld\+json\b/i.test(at.type?.trim() ?? '')) inside = 'script'
    },
    ontext: (text: string) => {
      if (inside === 'title' && tags.title.length < limits.length) tags.title += text
      if (inside === 'script') script.push(text)
    },
    onclosetag: (name: string) => {
      depth -= 1
      if (name === 'svg') drawing -= 1
      if (name !== inside) return
      const text = script.join('')
      if (inside === 'script' && tags.linked.length < limits.scripts && text.length <= limits.script)
        tags.linked.push(text)
      script = []
      inside = undefined
    },
  }
  return { handler, isTooDeep: () => depth > limits.depth }
}

function notes(tags: Tags) {
  let values = 0
  const add = (map: Map<string, string[]>, names: string | undefined, value: string | undefined) => {
    if (!names || !value || value.length > limits.length) return
    for (const name of new Set(names.toLowerCase().split(/\s+/).filter(Boolean))) {
      if ((values += 1) > limits.values) return
      map.set(name, [...(map.get(name) ?? []), value])
    }
  }
  return (name: string, at: Attributes) => {
    if (name === 'html') tags.language ||= at.lang ?? at['xml:lang'] ?? ''
    if (name === 'link' && /(^|\s)canonical(\s|$)/i.test(at.rel ?? '')) tags.canonical ||= at.href ?? ''
    if (name === 'meta') add(tags.metas, `${at.name ?? ''} ${at.property ?? ''}`, at.content)
    add(tags.items, at.itemprop, at.content ?? at.datetime)
  }
}
