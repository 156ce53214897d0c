import { type SearchFilter, filterQuery, hasNext } from './filter.ts'
import type { Piece } from './marks.ts'
import { queryText } from './query.ts'
import type { Group, Hit, SearchFound } from './search.ts'

/** The answer in machine-readable form; in texts, `[start, end]` of each match in UTF-16 code units. */
export function asJson({ query, groups }: SearchFound, filter: SearchFilter) {
  return { query: queryText(query), left_out: query.leftOut, groups: groups.map((group) => groupJson(group, filter)) }
}

function groupJson({ kind, total, hits }: Group, filter: SearchFilter) {
  const next = hasNext(total.count, filter) ? filter.page + 1 : null
  const all = filter.kind === undefined && total.count > hits.length
  return {
    kind,
    count: total.count,
    more: total.more,
    next: next === null ? null : `/search.json${filterQuery({ ...filter, page: next })}`,
    all: all ? `/search.json${filterQuery({ ...filter, kind, page: 1 })}` : null,
    hits: hits.map(hitJson),
  }
}

function hitJson({ row, title, excerpt, ...hit }: Hit) {
  const place = hit.kind === 'copies' && hit.place ? { place: [hit.place.start, hit.place.end] } : {}
  return {
    ...row,
    ...place,
    title: textJson(title),
    excerpt: excerpt && { column: excerpt.column, ...textJson(excerpt.pieces) },
  }
}

function textJson(pieces: Piece[]) {
  const matches: [number, number][] = []
  let text = ''
  for (const piece of pieces) {
    if (piece.isMatch) matches.push([text.length, text.length + piece.text.length])
    text += piece.text
  }
  return { text, matches }
}
