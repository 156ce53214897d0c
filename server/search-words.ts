/** Text as it is compared when searching: without case and accents, so that "emile" finds “Émile”. */
export const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The words of a search, folded: all of them have to be in what is found. */
export const searchWords = (q: string): string[] => folded(q).split(/\s+/).filter(Boolean).slice(0, 12)
