/** A piece of a sentence: words, the name of something with its address, or words that somebody wrote. */
export type Piece = string | { text: string; href?: string; quoted?: boolean }

/** What a sentence may name: the things its event is about, people by id, ratings by key. */
export type Names = {
  article: Piece
  claim: Piece
  source: Piece
  subject: Piece
  ownDoing: boolean
  actor: number | null
  person: (id: number) => Piece
  /** Another source than the one the event is about. */
  otherSource: (id: number) => Piece
  /** Another claim than the one the event is about. */
  otherClaim: (id: number) => Piece
  rating: (key: string) => string
}

/** Words that somebody wrote, shown as theirs. */
export const said = (text: string): Piece => ({ text, quoted: true })

/** As in the middle of a sentence. */
export const lower = (text: string) => text.toLowerCase()

/** A field's name as words: `archivedUrl` is “archived url”. */
export const spaced = (field: string): string =>
  field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('_', ' ')
