/** A thing that schema.org describes; its values are not known to be anything. */
export type Thing = Record<string, unknown>

// What a page is about, the most telling first; the things around it (a breadcrumb, a site, a logo) are not asked.
const telling =
  'ScholarlyArticle MedicalScholarlyArticle Dataset Report TechArticle Thesis Legislation NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle AskPublicNewsArticle ReviewNewsArticle LiveBlogPosting BlogPosting SocialMediaPosting DiscussionForumPosting Article Book PublicationIssue VideoObject ImageObject CreativeWork WebPage'.split(
    ' ',
  )

/** The thing that a page is about, of all its JSON-LD; what it only refers to by `@id` is put in its place. */
export function mainThing(linked: readonly string[]): Thing | undefined {
  const things = linked.flatMap((text) => thingsIn(parsed(text), 0))
  const known = new Map(things.filter((thing) => !isReference(thing)).map((thing) => [thing['@id'], thing]))
  const ranked = things
    .map((thing) => ({ thing, rank: Math.min(...typesOf(thing).map(rankOf)) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
  const main = ranked[0]?.thing
  return main && Object.fromEntries(Object.entries(main).map(([name, value]) => [name, resolved(value, known)]))
}

/** The types of a thing, without the address of the vocabulary. */
export const typesOf = (thing: Thing): string[] =>
  [thing['@type']].flat().map((type) => (typeof type === 'string' ? type.replace(/^.*[/#:]/, '') : ''))

/** All texts in a value: itself, the names of what is named, or of each of several. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value))
    return value.slice(0, 500).flatMap((each: unknown) => (Array.isArray(each) ? [] : textsOf(each)))
  return isThing(value) ? textsOf(value.name ?? value['@value'] ?? fullName(value)).slice(0, 1) : []
}

const fullName = ({ givenName, familyName }: Thing) =>
  typeof givenName === 'string' && typeof familyName === 'string' ? `${givenName} ${familyName}` : undefined

const rankOf = (type: string) => {
  const rank = telling.indexOf(type)
  return rank < 0 ? Number.POSITIVE_INFINITY : rank
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''))
  } catch {
    return undefined
  }
}

function thingsIn(value: unknown, depth: number): Thing[] {
  if (depth > 6) return []
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((each) => thingsIn(each, depth + 1))
  if (!isThing(value)) return []
  return [value, ...[value['@graph'], value.mainEntity].flatMap((inner) => thingsIn(inner, depth + 1))]
}

function resolved(value: unknown, known: ReadonlyMap<unknown, Thing>): unknown {
  if (Array.isArray(value))
    return value.slice(0, 500).map((each: unknown) => (Array.isArray(each) ? each : resolved(each, known)))
  return isThing(value) && isReference(value) ? (known.get(value['@id']) ?? value) : value
}

const isReference = (thing: Thing) => typeof thing['@id'] === 'string' && Object.keys(thing).length === 1
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
