import { stemmer } from 'stemmer'
import { cosine } from './grams.ts'
import type { Pair } from './pair.ts'
import type { AroundSigns } from './signs.ts'
import { sameSpeaker } from './speaker.ts'
import { bestRun, covered } from './weighing.ts'

const longRun = 25

/** What the sentences around the text, and who said it, say of the check. */
export function aroundSignsOf({ asked, check, weighing, most, standing }: Pair): AroundSigns {
  const run = (terms: readonly string[]) => bestRun(weighing, terms, check.claim.terms)
  const same = sameSpeaker(asked.speaker, check.speaker)
  const claimCoveredAround = covered(weighing, check.claim.set, asked.around)
  return {
    bm25Around: standing.around / most.around,
    bm25AroundShare: standing.around / standing.bestAround,
    claimCoveredAround,
    titleCoveredAround: covered(weighing, check.title.set, asked.around),
    gramsAround: cosine(asked.aroundGrams, check.claim.grams),
    afterCovered: covered(weighing, asked.after.set, check.all),
    beforeCovered: covered(weighing, asked.before.set, check.all),
    runAround: Math.min(1, Math.max(run(asked.before.terms), run(asked.after.terms)) / longRun),
    sameFigureAround: Number([...asked.figuresAround].some((figure) => check.figures.has(figure))),
    sameSpeaker: Number(same),
    sameSpeakerCovered: same ? claimCoveredAround : 0,
    namesSpeaker: Number(!same && stands(check.speaker, asked.around)),
    aboutSpeaker: Number(!same && stands(asked.speaker, check.all)),
  }
}

function stands(name: readonly string[], terms: ReadonlySet<string>): boolean {
  const last = name.at(-1)
  return last !== undefined && terms.has(stemmer(last))
}
