import { longestComment } from '../../server/comments/words.ts'
import { type Html, html } from '../html.ts'
import { Area, FormMessage, Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { SentInto } from '../parts/in-place.ts'
import { type Typed, fresh } from '../parts/typed.ts'

const hint =
  'Write @ and a colleague’s name to tell them. Markdown: *emphasis*, > quotation, [link](https://example.org).'

/** What a new thread is about: at most one of the two, else the claim as a whole. */
export type About = {
  claimId: number
  evidence?: { id: number } | null
  verdict?: { id: number; number: number } | null
  /** Whether the viewer is one of two who judge the claim independently now. */
  apart?: boolean | undefined
}

type New = { about: About; typed?: Typed | undefined }

/** The form of a new thread; its answer stands in its place: the thread, and the form again. */
export const NewThread = ({ about, typed = fresh() }: New): Html => {
  const { claimId, evidence, verdict } = about
  const id = `thread-new-${claimId}`
  const action = `/claims/${claimId}/threads`
  const scoped = { ...typed, scope: id }
  return html`<form class="thread-new no-print" id="${id}" method="post" action="${action}" ${SentInto(action, `#${id}`)}>
    ${FormMessage({ typed: scoped })} ${evidence && Hidden('evidence', evidence.id)} ${verdict && Hidden('verdict', verdict.id)}
    ${about.apart && !verdict && html`<p class="apart">${Icon('lock')} The other checker reads this: say nothing here about what you find.</p>`}
    ${Area({ name: 'body', label: labelOf(about), typed: scoped, required: true, rows: 3, max: longestComment, mentions: true, hint })}
    <p class="actions"><button>${Icon('message-square')} Comment</button></p>
  </form>`
}

const labelOf = ({ evidence, verdict }: About) => {
  if (evidence) return 'Start a discussion of this evidence'
  return verdict ? `Start a discussion of verdict ${verdict.number}` : 'Start a discussion of this claim'
}

type AnswerTo = { threadId: number; typed?: Typed | undefined; first: boolean }

/** The form of an answer, folded until it is wanted; `first` puts the cursor on it. */
export const Answer = ({ threadId, typed, first }: AnswerTo): Html => {
  const scoped = { ...(typed ?? fresh()), scope: `answer-${threadId}` }
  const action = `/threads/${threadId}/comments`
  return html`<details class="answer no-print" ${typed && html`open`}>
    <summary ${first && html`autofocus`}>Answer</summary>
    <form method="post" action="${action}" ${SentInto(action, `#thread-${threadId}`)}>
      ${FormMessage({ typed: scoped })}
      ${Area({ name: 'body', label: 'Your answer', typed: scoped, required: true, rows: 3, max: longestComment, mentions: true, hint })}
      <p class="actions"><button>${Icon('message-square')} Answer</button></p>
    </form>
  </details>`
}
