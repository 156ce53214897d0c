import { canonicalAddress } from '../values/address.ts'
import { doiIn, doiOf } from './doi.ts'
import { isbnOf } from './isbn.ts'
import { kindOf } from './metadata-kind.ts'
import { type Thing, mainThing, textsOf } from './metadata-schema.ts'
import { type Tags, collectTags } from './metadata-tags.ts'
import { dateIn, languageIn, lineOf, namesOf } from './metadata-values.ts'
import type { SourceKind } from './words.ts'

/** Where in a page something was said: tags for citing, schema.org, OpenGraph, Dublin Core, the page itself, its address. */
export type Teller = 'citation' | 'schema' | 'opengraph' | 'dublincore' | 'page' | 'address' | 'text'
export type Guess<T = string> = { value: T; from: Teller }

/** What a page says about itself; only what it does say and what is usable. Fields are those of a source. */
export type Metadata = Partial<
  Record<'title' | 'publisher' | 'author' | 'publishedOn' | 'language' | 'doi' | 'isbn' | 'canonicalUrl', Guess> & {
    kind: Guess<SourceKind>
  }
>

type Said = [Teller, readonly string[]]

/** Reads what a page of HTML says about itself. Takes time in proportion to its length, whatever is in it. */
export function readMetadata(source: string): Metadata {
  const tags = collectTags(source)
  const thing = mainThing(tags.linked) ?? {}
  const publisher = first(publishers(tags, thing), (text) => lineOf(text, 200))
  const found = {
    title: first(titles(tags, thing), (text) => withoutPublisher(lineOf(text, 300), publisher?.value)),
    publisher,
    author: authorOf(authors(tags, thing)),
    publishedOn: first(dates(tags, thing), dateIn),
    language: first(tongues(tags, thing), languageIn),
    doi: doiFrom(tags, thing),
    isbn: first(books(tags, thing), isbnOf),
    canonicalUrl: first(
      [
        ['page', [tags.canonical]],
        ['opengraph', of(tags, 'og:url')],
      ],
      webAddress,
    ),
    kind: kindOf(tags, thing),
  }
  return Object.fromEntries(Object.entries(found).filter(([, guess]) => guess !== undefined))
}

const of = ({ metas }: Tags, ...names: string[]): string[] => names.flatMap((name) => metas.get(name) ?? [])
const item = ({ items }: Tags, name: string): string[] => items.get(name) ?? []

const titles = (tags: Tags, thing: Thing): Said[] => [
  ['citation', of(tags, 'citation_title')],
  ['schema', [...textsOf(thing.headline), ...textsOf(thing.name), ...item(tags, 'headline')]],
  ['opengraph', of(tags, 'og:title')],
  ['dublincore', of(tags, 'dc.title', 'dcterms.title')],
  ['page', [tags.title]],
]

// Of a paper the journal: whole houses publish thousands of them.
const publishers = (tags: Tags, thing: Thing): Said[] => [
  [
    'citation',
    of(
      tags,
      'citation_journal_title',
      'citation_technical_report_institution',
      'citation_dissertation_institution',
      'citation_publisher',
    ),
  ],
  ['schema', [thing.publisher, thing.sourceOrganization, thing.isPartOf].flatMap(textsOf)],
  ['opengraph', of(tags, 'og:site_name')],
  ['dublincore', of(tags, 'dc.publisher', 'dcterms.publisher')],
]

const authors = (tags: Tags, thing: Thing): Said[] => [
  ['citation', of(tags, 'citation_author', 'citation_authors').flatMap((names) => names.split(';'))],
  ['schema', [...textsOf(thing.author), ...textsOf(thing.creator)]],
  ['opengraph', of(tags, 'article:author', 'book:author')],
  ['dublincore', of(tags, 'dc.creator', 'dcterms.creator')],
  ['page', of(tags, 'author')],
]

const dates = (tags: Tags, thing: Thing): Said[] => [
  ['citation', of(tags, 'citation_publication_date', 'citation_date', 'citation_online_date', 'citation_year')],
  ['schema', [...textsOf(thing.datePublished), ...item(tags, 'datepublished'), ...textsOf(thing.dateCreated)]],
  ['opengraph', of(tags, 'article:published_time', 'og:article:published_time', 'book:release_date')],
  ['dublincore', of(tags, 'dcterms.issued', 'dc.date.issued', 'dc.date', 'dcterms.date', 'dcterms.created')],
  ['page', of(tags, 'date', 'pubdate')],
]

const tongues = (tags: Tags, thing: Thing): Said[] => [
  ['citation', of(tags, 'citation_language')],
  ['schema', [...textsOf(thing.inLanguage), ...item(tags, 'inlanguage')]],
  ['page', [tags.language]],
  ['opengraph', of(tags, 'og:locale')],
  ['dublincore', of(tags, 'dc.language', 'dcterms.language')],
]

const books = (tags: Tags, thing: Thing): Said[] => [
  ['citation', of(tags, 'citation_isbn')],
  ['schema', [...textsOf(thing.isbn), ...item(tags, 'isbn')]],
  ['opengraph', of(tags, 'book:isbn', 'og:isbn')],
  ['dublincore', of(tags, 'dc.identifier', 'dc.identifier.isbn', 'dcterms.identifier')],
]

const identifiers = (thing: Thing): string[] =>
  [thing.identifier, thing.sameAs, thing['@id'], thing.doi]
    .flat()
    .flatMap((each) => [...textsOf(each), ...(isValued(each) ? textsOf(each.value) : [])])

const isValued = (value: unknown): value is { value: unknown } =>
  typeof value === 'object' && value !== null && 'value' in value

function doiFrom(tags: Tags, thing: Thing): Guess | undefined {
  const named = ['citation_doi', 'prism.doi', 'bepress_citation_doi', 'doi']
  return (
    first([['citation', of(tags, ...named)]], (text) => doiOf(text) ?? doiIn(text)) ??
    first([['schema', identifiers(thing)]], doiOf) ??
    first([['dublincore', of(tags, 'dc.identifier', 'dc.identifier.doi', 'dcterms.identifier')]], doiOf)
  )
}

function authorOf(said: Said[]): Guess | undefined {
  for (const [from, names] of said) {
    const value = namesOf(names)
    if (value) return { value, from }
  }
  return undefined
}

function first(said: readonly Said[], usable: (text: string) => string | undefined): Guess | undefined {
  for (const [from, texts] of said)
    for (const text of texts) {
      const value = usable(text)
      if (value) return { value, from }
    }
  return undefined
}

function withoutPublisher(title: string | undefined, publisher: string | undefined): string | undefined {
  if (!title || !publisher || !title.endsWith(publisher)) return title
  return title.slice(0, -publisher.length).replace(/\s+[-–—|·:•]\s+$/u, '') || title
}

function webAddress(text: string): string | undefined {
  const url = text.length <= 2_000 ? URL.parse(text) : null
  return url && /^https?:$/.test(url.protocol) && url.username === '' ? canonicalAddress(url.href) : undefined
}
