import { diffArrays } from 'diff'
import { foldText } from '../folded-text.ts'

/** A run of words that both texts have, that only the passage has, or only the copy. */
export type Stretch = { words: string; in: 'both' | 'passage' | 'copy' }

const milliseconds = 50

/**
 * How a passage differs from the words that stand in the copy, word by word; white space, quotation marks and dashes do not
 * count. Undefined when it would take long to tell, which only texts that have little in common do.
 */
export function differenceOf(passage: string, copy: string): Stretch[] | undefined {
  const found = diffArrays(wordsOf(passage), wordsOf(copy), {
    comparator: (a, b) => foldText(a).text === foldText(b).text,
    timeout: milliseconds,
  })
  return found?.map(({ value, added, removed }) => ({
    words: value.join(' '),
    in: added ? 'copy' : removed ? 'passage' : 'both',
  }))
}

const wordsOf = (text: string) => foldText(text).text.trim().split(' ')
