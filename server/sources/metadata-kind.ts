import type { Guess } from './metadata.ts'
import { type Thing, typesOf } from './metadata-schema.ts'
import type { Tags } from './metadata-tags.ts'
import type { SourceKind } from './words.ts'

// What schema.org calls things. A plain article may be anything, and says nothing.
const kinds: [RegExp, SourceKind][] = [
  [/^(Medical)?ScholarlyArticle$|^Thesis$/, 'study'],
  [/^Dataset$/, 'dataset'],
  [/^Report$/, 'report'],
  [/^Legislation$/, 'record'],
  [/NewsArticle$|^LiveBlogPosting$/, 'news'],
  [/^(Blog|SocialMedia|DiscussionForum)Posting$/, 'post'],
  [/^(Video|Image)Object$/, 'image'],
  [/^Book$/, 'document'],
]

/** What kind of source a page gives itself out for; undefined when it does not say. */
export function kindOf(tags: Tags, thing: Thing): Guess<SourceKind> | undefined {
  const has = (...names: string[]) => names.some((name) => tags.metas.has(name))
  if (has('citation_technical_report_institution')) return { value: 'report', from: 'citation' }
  if (has('citation_journal_title', 'citation_dissertation_institution', 'citation_conference_title'))
    return { value: 'study', from: 'citation' }
  const types = typesOf(thing)
  const named = kinds.find(([pattern]) => types.some((type) => pattern.test(type)))
  if (named) return { value: named[1], from: 'schema' }
  return kindOfGraph(tags)
}

function kindOfGraph({ metas }: Tags): Guess<SourceKind> | undefined {
  const type = metas.get('og:type')?.[0]?.trim().toLowerCase() ?? ''
  if (type.startsWith('video')) return { value: 'image', from: 'opengraph' }
  if (/^books?(\.|$)/.test(type)) return { value: 'document', from: 'opengraph' }
  // Nearly every page calls itself an article; one with the hour of its publication mostly is news.
  return type === 'article' && metas.has('article:published_time') ? { value: 'news', from: 'opengraph' } : undefined
}
