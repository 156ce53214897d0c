const longest = 60

/** The words of a title as an address holds them: letters and digits of any script in lower case, cut between words; '' when there are none. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const [first = '', ...rest] = words
  let slug = cut(first)
  for (const word of rest) {
    if (slug.length + word.length >= longest) break
    slug = `${slug}-${word}`
  }
  return slug
}

// Scripts that write no spaces make one long word.
const cut = (word: string) => Array.from(word).slice(0, longest).join('')

/** The number that the address of a claim begins with, whatever words follow; undefined without one. */
export function claimNumberIn(slug: string): number | undefined {
  const [, number] = /^([1-9]\d{0,8})(?:-|$)/.exec(slug) ?? []
  return number === undefined ? undefined : Number(number)
}

/** Where the public page of an article is. */
export const reportPath = (slug: string): string => `/reports/${encodeURIComponent(slug)}`

/** Where the public page of a claim is. */
export const claimPath = (slug: string, claimSlug: string): string =>
  `${reportPath(slug)}/${encodeURIComponent(claimSlug)}`

/** Whether text can be the address of a report: words of small letters and digits with hyphens between. */
export const isSlug = (text: string): boolean =>
  text.length <= 80 && /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(text)
