import { type ColumnKey, columnWords } from '../../server/claims/column-words.ts'
import type { Plain, Sort } from '../../server/claims/filter.ts'
import type { ListRow } from '../../server/claims/list.ts'
import { kindWords, priorityWords, stateWords } from '../../server/claims/words.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { type Html, type Hole, html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { Day } from '../parts/when.ts'

/** What rows of one page share: today's date, the badge of each rating by its id, whether claims can be ticked to be changed, the columns. */
export type Around = { today: string; badges: Map<number, Html>; mayChange: boolean; columns: readonly ColumnKey[] }

type Column = { name: string; sort?: Plain<Sort>; cell: (row: ListRow, around: Around) => Hole }

const unrated = RatingBadge(null)
const nobody = html`<span class="soft">Nobody</span>`

/** The class of each column's cells, the order it stands for, and what is in it. */
const columns: Record<ColumnKey, Column> = {
  article: {
    name: 'where',
    cell: ({ articleId, articleTitle, outlet }) =>
      html`<a href="/claims?article=${articleId}" dir="auto">${articleTitle}</a>${outlet && html` <span class="soft"><bdi>${outlet}</bdi></span>`}`,
  },
  claimant: { name: 'said', sort: 'claimant', cell: (row) => Claimant(row) },
  verdict: {
    name: 'rated',
    sort: 'rating',
    cell: ({ ratingId }, { badges }) => (ratingId === null ? unrated : badges.get(ratingId)),
  },
  state: {
    name: 'in-state',
    sort: 'state',
    cell: ({ state }) => html`<span class="state">${stateWords[state]}</span>`,
  },
  assignee: {
    name: 'whose',
    sort: 'assignee',
    cell: ({ assignee }) => (assignee === null ? nobody : html`<bdi>${assignee}</bdi>`),
  },
  due: { name: 'due', sort: 'due', cell: (row, { today }) => Due(row, today) },
  priority: { name: 'ranked', sort: 'priority', cell: ({ priority }) => priorityWords[priority] },
  kind: { name: 'kind', cell: ({ kind }) => kindWords[kind] },
  tags: {
    name: 'tagged',
    cell: ({ tags = [] }) => tags.map((tag, index) => html`${index > 0 && ', '}<bdi>${tag}</bdi>`),
  },
  evidence: { name: 'count', sort: 'evidence', cell: ({ evidenceCount }) => evidenceCount },
  changed: { name: 'moment changed', sort: 'changed', cell: ({ changedAt }) => Day(changedAt) },
  added: { name: 'moment added', sort: 'newest', cell: ({ createdAt }) => Day(createdAt) },
  decided: { name: 'moment decided', sort: 'decided', cell: ({ decidedAt }) => decidedAt !== '' && Day(decidedAt) },
  published: {
    name: 'moment published',
    sort: 'published',
    cell: ({ publishedAt }) => publishedAt !== null && Day(publishedAt),
  },
}

/** The head of a column: what it is called, the order it stands for, if any, and the class. */
export const headOf = (key: ColumnKey) => ({
  label: columnWords[key],
  sort: columns[key].sort,
  name: columns[key].name,
})

/** The cells of the chosen columns, in their order. */
export const Cells = (row: ListRow, around: Around): Hole =>
  around.columns.map(
    (key) => html`<td class="${columns[key].name}">${columns[key].cell(row, around)}</td>
`,
  )

/** Who said it, with the way to what else they said; nothing where that is not known. */
export const Claimant = ({ claimantId, claimant }: ListRow) =>
  claimantId !== null && html`<a class="who" href="/claims?claimant=${claimantId}" dir="auto">${claimant}</a>`

const finished = new Set(['decided', 'published', 'set_aside'])

const Due = ({ dueOn, state }: ListRow, today: string) =>
  dueOn !== null &&
  html`<time datetime="${dueOn}">${partialDateWords(dueOn)}</time>${dueOn < today && !finished.has(state) && overdue}`

const overdue = html` <b class="overdue">overdue</b>`
