/** What was asked for in an address: at most 200 UTF-16 code units, and never half a character. */
export const searchText = (q = ''): string =>
  q
    .trim()
    .slice(0, 200)
    .replace(/[\uD800-\uDBFF]$/, '')

/** Text as it is compared when searching: without case and accents, so that "emile" finds “Émile”. */
export const searchable = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The words of a search, made searchable: all of them have to be in what is found. */
export const searchWords = (q: string): string[] => searchable(q).split(/\s+/).filter(Boolean).slice(0, 12)

/** The pattern by which LIKE … ESCAPE '\' finds the word anywhere: % and _ in what people type stand for themselves. */
export const likePattern = (word: string): string => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
