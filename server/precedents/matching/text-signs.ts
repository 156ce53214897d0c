import { cosine } from './grams.ts'
import type { Pair } from './pair.ts'
import type { TextSigns } from './signs.ts'
import { bestRun, covered } from './weighing.ts'

// What a sum of worths is divided by to come near 1: three rare words in a row, and the rarest word there is.
const longRun = 25
const rareWord = 10

/** What the words of the text and of the check say of each other. */
export function textSignsOf({ asked, check, weighing, most, standing }: Pair): TextSigns {
  const { text } = asked
  const shared = [...text.set].filter((term) => check.all.has(term))
  const claimCovered = covered(weighing, check.claim.set, text.set)
  const titleCovered = covered(weighing, check.title.set, text.set)
  const names = covered(weighing, asked.names, check.all)
  return {
    bm25: standing.text / most.text,
    bm25Share: standing.text / standing.bestText,
    rank: Math.log(1 + standing.rank) / 4,
    grams: cosine(text.grams, check.claim.grams),
    titleGrams: cosine(text.grams, check.title.grams),
    askedCovered: covered(weighing, text.set, check.all),
    claimCovered,
    titleCovered,
    betterCovered: Math.max(claimCovered, titleCovered),
    run: Math.min(1, bestRun(weighing, text.terms, check.claim.terms) / longRun),
    rarest: Math.max(0, ...shared.map(weighing.worth)) / rareWord,
    sharedWords: Math.min(shared.length, 8) / 8,
    ...figureSigns(asked.figures, check.figures),
    namesCovered: names,
    noName: Number(asked.names.size > 0 && names === 0),
    length: Math.min(2, check.claim.terms.length / 10),
    support: standing.support,
  }
}

function figureSigns(asked: ReadonlySet<number>, there: ReadonlySet<number>) {
  const same = [...asked].some((figure) => there.has(figure))
  return {
    sameFigure: Number(same),
    otherFigure: Number(!same && asked.size > 0 && there.size > 0),
    figureMissed: Number(!same && there.size > 0),
  }
}
