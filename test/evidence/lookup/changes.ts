import type { Dice } from '../../../seeds/volume/dice.ts'

const letters = 'etaoinshrdlucmfwypvbgk'
const otherWords = 'some that were mayor about never house water seven under always'.split(' ')

/** The text with so many hundredths of its characters put in, left out or exchanged, rounded down. */
export function withChangedCharacters(text: string, hundredths: number, dice: Dice): string {
  const all = Array.from(text)
  for (let left = Math.floor((text.length * hundredths) / 100); left > 0; left--) {
    const at = dice.below(all.length)
    const letter = letters.charAt(dice.below(letters.length))
    const [removed, put] = [[1, [letter]] as const, [1, []] as const, [0, [letter]] as const][dice.below(3)] ?? [0, []]
    all.splice(at, removed, ...put)
  }
  return all.join('')
}

/** The text with whole words exchanged, left out or put in, as long as that is no more than so many hundredths of its characters. */
export function withChangedWords(text: string, hundredths: number, dice: Dice): string {
  const words = text.split(' ')
  let left = Math.floor((text.length * hundredths) / 100)
  for (let tries = 0; tries < 40; tries++) {
    const at = dice.below(words.length)
    const [old = '', other = ''] = [words[at], otherWords[dice.below(otherWords.length)]]
    const kind = dice.below(3)
    const cost = kind === 0 ? Math.max(old.length, other.length) : kind === 1 ? old.length + 1 : other.length + 1
    if (cost > left) continue
    words.splice(at, kind === 2 ? 0 : 1, ...(kind === 1 ? [] : [other]))
    left -= cost
  }
  return words.join(' ')
}
