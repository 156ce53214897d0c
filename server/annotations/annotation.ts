/** What is said of some words of a text. Times are instants (ISO 8601, UTC). */
export type Annotated = {
  /** The address of the page that says it. */
  url: string
  quote: { exact: string; prefix: string; suffix: string; codePoints: { start: number; end: number } }
  /** The SHA-256 of the frozen text, in UTF-8, that the places count in: hexadecimal. */
  textSha256: string
  statement: string
  /** What was found; null while nothing is. */
  rating: { label: string } | null
  rationale: string | null
  tags: readonly string[]
  created: string
  modified: string
}

export type AnnotatedArticle = {
  /** The address of the collection. */
  url: string
  article: { title: string; url: string | null }
  newsroom: string
  claims: readonly Annotated[]
}

/** The type that an answer with annotations has, as the Web Annotation protocol names it. */
export const annotationType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8'

/** The claims of an article as a collection of the Web Annotation data model, with its one page in it. */
export function annotationCollection({ url, article, newsroom, claims }: AnnotatedArticle) {
  const creator = { type: 'Organization', name: newsroom }
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: url,
    type: 'AnnotationCollection',
    label: `Claims of “${article.title}”`,
    creator,
    total: claims.length,
    first: {
      id: `${url}#page`,
      type: 'AnnotationPage',
      partOf: url,
      startIndex: 0,
      items: claims.map((claim) => annotationOf(claim, { source: article.url, creator })),
    },
  }
}

function annotationOf(claim: Annotated, { source, creator }: { source: string | null; creator: object }) {
  return {
    id: `${claim.url}#annotation`,
    type: 'Annotation',
    motivation: claim.rating ? 'assessing' : 'describing',
    creator,
    created: claim.created,
    modified: claim.modified,
    body: bodiesOf(claim),
    target: targetOf(claim, source),
  }
}

function bodiesOf({ url, statement, rating, rationale, tags }: Annotated) {
  const text = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, format: 'text/plain', value })
  return [
    text('describing', statement),
    ...(rating ? [text('assessing', rationale ? `${rating.label}. ${rationale}` : rating.label)] : []),
    ...tags.map((tag) => text('tagging', tag)),
    { type: 'SpecificResource', purpose: 'linking', source: url },
  ]
}

// The words decide, wherever they stand by now; the place, counted in the frozen text, tells which of several. An article without an
// address is named by the hash of its text.
function targetOf({ quote: { exact, prefix, suffix, codePoints }, textSha256 }: Annotated, source: string | null) {
  const frozen = hashName(textSha256)
  return {
    type: 'SpecificResource',
    source: source ?? frozen,
    ...(source !== null && { state: { type: 'TimeState', cached: frozen } }),
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', ...codePoints },
    ],
  }
}

/** A name by hash (RFC 6920) for a SHA-256 in hexadecimal. */
const hashName = (hex: string) => `ni:///sha-256;${Buffer.from(hex, 'hex').toString('base64url')}`
