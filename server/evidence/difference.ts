import { diffArrays } from 'diff'
import { foldText } from '../text/folded-text.ts'

/** A run of words that both texts have, that only the passage has, or only the copy. */
export type Stretch = { words: string; in: 'both' | 'passage' | 'copy' }

const milliseconds = 50

/**
 * How a passage differs from the words that stand in the copy, word by word; white space, quotation marks and what
 * stands at the ends of words do not count, unless nothing else differs. Undefined when it would take long to tell, which only texts that have little in common do.
 */
export function differenceOf(passage: string, copy: string): Stretch[] | undefined {
  const [quoted, there] = [wordsOf(passage), wordsOf(copy)]
  const loose = diffArrays(quoted, there, { comparator: (a, b) => bare(a) === bare(b), timeout: milliseconds })
  const isAlike = loose?.every(({ added, removed }) => !added && !removed)
  const found = isAlike ? diffArrays(quoted, there, { timeout: milliseconds }) : loose
  return found?.map(({ value, added, removed }) => ({
    words: value.join(' '),
    in: added ? 'copy' : removed ? 'passage' : 'both',
  }))
}

const wordsOf = (text: string) => foldText(text).text.trim().split(' ')

// “Told” and “told,” are one word.
const bare = (word: string) => word.replaceAll(/^["'(]+|["').,;:!?]+$/g, '') || word
