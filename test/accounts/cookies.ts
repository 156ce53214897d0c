import type { Response } from 'supertest'

/** The cookies that an answer sets, as a browser would send them back; taken-back ones are left out. */
export function cookiesOf(answer: Response): string {
  // Node gives this header as a list, which superagent's type does not say.
  const set = (answer.headers['set-cookie'] ?? []) as unknown as string[]
  const pairs = set.map((line) => line.split(';')[0] ?? '').filter((pair) => !pair.endsWith('='))
  return pairs.join('; ')
}

/** What a page says, without its tags and with single spaces. */
export const wordsOf = (answer: Response): string =>
  answer.text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The value of the first hidden field of that name in a page, entities resolved. */
export function hiddenField(answer: Response, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(answer.text)
  return (found?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
