import type { ClaimContent } from './content.ts'

type Known = { content: ClaimContent; asked: number; publicReplies: number; confidential: number }

/** What an editor should know before a claim is published, in full sentences, the weightiest first. */
export function warningsOf({ content, asked, publicReplies, confidential }: Known): string[] {
  return [
    ...evidenceWarnings(content, confidential),
    ...replyWarnings(content, { asked, publicReplies }),
    ...textWarnings(content),
  ]
}

function evidenceWarnings({ evidence }: ClaimContent, confidential: number): string[] {
  const numbers = (match: 'missing' | 'near') =>
    evidence.filter(({ copy, passage }) => passage && copy?.match === match).map(({ number }) => number)
  const [missing, near] = [numbers('missing'), numbers('near')]
  const uncopied = evidence.filter(
    ({ copy, source }) => copy === null && source.url !== null && source.archivedUrl === null,
  )
  return [
    ...(evidence.length === 0
      ? [
          confidential > 0
            ? 'Readers see no evidence: all of it is confidential.'
            : 'Readers see no evidence: there is none.',
        ]
      : []),
    ...(missing.length > 0
      ? [`The passage of evidence ${listed(missing)} was not found in the copy of its source. Readers are told so.`]
      : []),
    ...(near.length > 0
      ? [
          `The passage of evidence ${listed(near)} stands in the copy of its source only nearly word for word. Readers are told so.`,
        ]
      : []),
    ...(uncopied.length > 0
      ? [
          `No copy and no archived address is kept of the source of evidence ${listed(uncopied.map(({ number }) => number))}. If its page changes, nobody can repeat the check.`,
        ]
      : []),
  ]
}

function replyWarnings(
  { claimant }: ClaimContent,
  { asked, publicReplies }: Pick<Known, 'asked' | 'publicReplies'>,
): string[] {
  if (claimant === null) return ['Nobody is named as having said it.']
  if (asked === 0) return ['Nobody has asked the claimant for their side.']
  return publicReplies === 0
    ? ['The claimant was asked, and nothing of it is marked as public: readers do not learn of it.']
    : []
}

const textWarnings = ({ finding }: ClaimContent): string[] =>
  finding?.explanation ? [] : ['There is no explanation: readers learn what you found, but not how.']

const listed = (numbers: number[]) => numbers.join(', ')
