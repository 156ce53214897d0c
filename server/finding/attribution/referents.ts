import type { Speaker, Speakers } from './speakers.ts'
import type { Stream } from './streams.ts'

/** Whom a pronoun means, by the offset where it stands. */
export type Referents = Map<number, Speaker>

type Work = {
  streams: readonly Stream[]
  sentence: number
  speakers: Speakers
  speaker?: Speaker
  referents: Referents
}

const nominative: Record<string, 'he' | 'she'> = { he: 'he', him: 'he', his: 'he', she: 'she', her: 'she' }

/** Notes whom the pronouns of a sentence mean, as far as the text up to there tells. */
export function noteReferents({ streams, sentence, speakers, speaker, referents }: Work): void {
  const tokens = streams[sentence]?.tokens ?? []
  for (const [at, { lower, start }] of tokens.entries()) {
    const pronoun = nominative[lower]
    const meant = pronoun && speakers.pronoun(pronoun, at, { streams, sentence, speaker })
    if (meant) referents.set(start, meant)
  }
}
