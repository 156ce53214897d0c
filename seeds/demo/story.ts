import type { ArticleKind, Block, ClaimKind, Priority, Stance } from '../../db/schema/index.ts'
import type { SetAsideReason } from '../../server/articles/words.ts'
import type { Speaker } from '../sample-claim.ts'
import type { Who } from './people.ts'
import type { SourceKey } from './sources.ts'

/** One article of the demo newsroom, and what its people did with it. */
export type DemoArticle = {
  /** The name of its text in `texts/`. */
  file: string
  title: string
  outlet: string | null
  byline: string | null
  url: string
  language: string
  kind: ArticleKind
  /** Whether two checkers judge each of its claims independently. */
  independent?: true
  /** Who took it in and marked the claims. */
  by: Who
  /** Days before the story begins. */
  daysBefore?: number
  /** Where and by whom its claims were made, unless a claim says otherwise. */
  speaker?: Speaker
  place?: string
  claims: DemoClaim[]
  /** Sentences set aside, each by the words it begins with. */
  aside: [beginning: string, reason: SetAsideReason][]
}

export type DemoClaim = {
  quote: string
  statement: string
  by?: Speaker
  reportedBy?: string
  /** Made that many months before the story begins; the day is not known. */
  monthsBefore?: number
  place?: string
  kind: ClaimKind
  tags?: string[]
  priority?: Priority
  /** Days after the story begins. */
  due?: number
  candidate?: true
  /** Who took it. Without one, it is nobody's yet. */
  checker?: Who
  evidence?: DemoEvidence[]
  verdicts?: DemoVerdict[]
  setAside?: string
  published?: true
}

type DemoEvidence = {
  source: SourceKey
  stance: Stance
  passage?: string
  locator?: string
  note?: string
  withdrawn?: string
}

type DemoVerdict = {
  rating: string
  rationale: string
  explanation?: string
  /** Why it was given although a rule of the newsroom warned. */
  override?: string
  approved?: Who
  returned?: { by: Who; reason: string }
}

/** Lines as blocks, where a short line without a stop at its end is a heading. */
export function withHeadings(text: string, blocks: Block[]): Block[] {
  const isHeading = ({ start, end }: Block) => end - start < 40 && /\p{L}$/u.test(text.slice(start, end))
  return blocks.map((block) => (isHeading(block) ? { ...block, kind: 'heading' } : block))
}
