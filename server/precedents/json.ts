import type { Precedent } from './precedent.ts'

/** Precedents as programs read them. */
export const asJson = (precedents: readonly Precedent[]) =>
  precedents.map((precedent) => {
    const { by, id, statement, claimant, checkedOn, value, probability, likeness, why } = precedent
    const theirs = precedent.by === 'others' && {
      publisher: precedent.publisher,
      url: precedent.url,
      title: precedent.title,
      rating: precedent.ratingLabel,
    }
    const ours = precedent.by === 'us' && { rating: precedent.rating.label, rationale: precedent.rationale }
    const page = by === 'us' ? `/claims/${id}` : `/checks/${id}`
    const round = Math.round(probability * 1_000) / 1_000
    return { by, page, statement, claimant, checkedOn, value, ...ours, ...theirs, probability: round, likeness, why }
  })
