import { withTextFragment } from '../text/text-fragment.ts'
import type { PassagePlace } from './look-up.ts'

type Quoted = { passage: string | null } & Pick<PassagePlace, 'passageMatch' | 'passageThere'>

/** The address of a source with a text fragment that leads to the passage; null without either, and for one that is missing. */
export function passageUrl(url: string | null, { passage, passageMatch, passageThere }: Quoted): string | null {
  const words = passageThere ?? passage
  const isWeb = url !== null && /^https?:/i.test(url)
  return isWeb && words !== null && passageMatch !== 'missing' ? withTextFragment(url, words) : null
}
