type Span = { start: number; end: number }
type Quoted = { quoteStart: number; quoteEnd: number }

/** A claim in the text: `lane` is the height of its underline, kept along its whole length, so that overlapping ones do not meet. */
export type Mark<C> = { claim: C; lane: number }

/** A piece of text with the claims that cover all of it, those that began first (and reach furthest) first; `opens` begin in it. */
export type Segment<C> = Span & { text: string; marks: readonly Mark<C>[]; opens: readonly Mark<C>[] }

/** The segments of one sentence, or of the white space between two. */
export type Run<S, C> = { sentence: S | undefined; segments: Segment<C>[] }

export type SpannedBlock<B, S, C> = { block: B; runs: Run<S, C>[] }

type Parts<B, S, C> = { text: string; blocks: readonly B[]; sentences: readonly S[]; claims: readonly C[] }

/**
 * Cuts the text into the largest pieces that lie in one block, in one sentence and under the same claims. Blocks and
 * sentences are in text order without overlap; claims may overlap as they like. Offsets are UTF-16 code units.
 */
export function spanText<B extends Span, S extends Span, C extends Quoted>(parts: Parts<B, S, C>) {
  const cover = new Cover(parts.claims)
  let next = 0
  return parts.blocks.map((block): SpannedBlock<B, S, C> => {
    const runs: Run<S, C>[] = []
    for (let at = block.start; at < block.end;) {
      while (next < parts.sentences.length && endOf(parts.sentences[next]) <= at) next++
      const ahead = parts.sentences[next]
      const sentence = ahead && ahead.start <= at ? ahead : undefined
      const end = Math.min(block.end, sentence ? sentence.end : (ahead?.start ?? block.end))
      runs.push({ sentence, segments: cut(parts.text, { start: at, end }, cover) })
      at = end
    }
    return { block, runs }
  })
}

const endOf = (span: Span | undefined) => span?.end ?? 0

function cut<C extends Quoted>(text: string, { start, end }: Span, cover: Cover<C>): Segment<C>[] {
  const segments: Segment<C>[] = []
  for (let at = start; at < end;) {
    const { marks, opens, until } = cover.at(at)
    const stop = Math.min(end, until)
    segments.push({ start: at, end: stop, text: text.slice(at, stop), marks, opens })
    at = stop
  }
  return segments
}

/** The claims over a place that only moves forward. */
class Cover<C extends Quoted> {
  #claims: C[]
  #next = 0
  #over: Mark<C>[] = []

  constructor(claims: readonly C[]) {
    this.#claims = claims.toSorted((a, b) => a.quoteStart - b.quoteStart || b.quoteEnd - a.quoteEnd)
  }

  at(place: number): { marks: readonly Mark<C>[]; opens: readonly Mark<C>[]; until: number } {
    if (this.#over.some(({ claim }) => claim.quoteEnd <= place))
      this.#over = this.#over.filter(({ claim }) => claim.quoteEnd > place)
    const opens = this.#open(place)
    const coming = this.#claims[this.#next]?.quoteStart ?? Infinity
    const until = this.#over.reduce((least, { claim }) => Math.min(least, claim.quoteEnd), coming)
    return { marks: this.#over, opens, until }
  }

  #open(place: number): readonly Mark<C>[] {
    const opened: Mark<C>[] = []
    for (let claim = this.#claims[this.#next]; claim && claim.quoteStart <= place; claim = this.#claims[++this.#next]) {
      if (claim.quoteEnd <= place) continue
      const mark = { claim, lane: freeLane(this.#over) }
      opened.push(mark)
      this.#over = [...this.#over, mark]
    }
    return opened.length === 0 ? none : opened
  }
}

const none: readonly never[] = []

function freeLane(over: readonly Mark<unknown>[]): number {
  let lane = 0
  while (over.some((mark) => mark.lane === lane)) lane++
  return lane
}
