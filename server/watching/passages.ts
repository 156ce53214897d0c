import { setImmediate } from 'node:timers/promises'
import { passageFinder } from '../evidence/passage.ts'
import { foldText } from '../text/folded-text.ts'

/** A passage that evidence cites from a source. */
export type Cited = { evidence: number; claim: number; passage: string }

/**
 * The passages that stood in the text before and do not stand there now in the same words; white space and the shape of
 * quotation marks and dashes do not count. One that could not be found before says nothing. Lets others work in between.
 */
export async function lostPassages(before: string, now: string, cited: readonly Cited[]): Promise<Cited[]> {
  const [findBefore, findNow] = [passageFinder(before), passageFinder(now)]
  const lost: Cited[] = []
  for (const one of cited) {
    await setImmediate()
    const was = findBefore(one.passage)
    if (!was) continue
    const is = findNow(one.passage)
    // Nearly there is not there: that may be the one figure that was changed.
    if (!is || words(before, was) !== words(now, is)) lost.push(one)
  }
  return lost
}

const words = (text: string, { start, end }: { start: number; end: number }) => foldText(text.slice(start, end)).text
