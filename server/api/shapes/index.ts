import { ArticleShape, TextShape } from './article.ts'
import { ClaimShape, ClaimantShape } from './claim.ts'
import { CorrectionShape, DecisionShape } from './decision.ts'
import { EvidenceShape, SourceShape } from './evidence.ts'
import { HitShape, PrecedentShape } from './found.ts'
import { Person } from './parts.ts'

/** Every shape with a name; those that others hold come first, so that the document defines each by itself. */
export const shapes = [
  Person,
  ClaimantShape,
  SourceShape,
  ArticleShape,
  TextShape,
  ClaimShape,
  EvidenceShape,
  DecisionShape,
  CorrectionShape,
  HitShape,
  PrecedentShape,
]
