import type { FiguresCompared } from './compare.ts'

/** What is to be looked at, a sentence each. It says what the two texts say, and no more. */
export const lookAt = ({ differ }: FiguresCompared): string[] =>
  differ.map(
    ({ claim, passage, isUnit }) =>
      `The claim says ${claim.text}, the passage ${passage.text}${isUnit ? ': another unit' : ''}.`,
  )

/** What agrees, a phrase each: “3 million (the passage: 3,000,000)”. */
export const agreeing = ({ same }: FiguresCompared): string[] =>
  same.map(({ claim, passage }) =>
    alike(claim.text, passage.text) ? claim.text : `${claim.text} (the passage: ${passage.text})`,
  )

/** What is about the same, a phrase each. */
export const aboutTheSame = ({ about }: FiguresCompared): string[] =>
  about.map(({ claim, passage }) => `${claim.text} (the passage: ${passage.text})`)

/** What the passage does not have, a phrase each. */
export const notThere = ({ absent }: FiguresCompared): string[] => absent.map(({ text }) => text)

const alike = (a: string, b: string) => plain(a) === plain(b)
const plain = (text: string) => text.toLowerCase().replaceAll(/\s+/g, ' ')
