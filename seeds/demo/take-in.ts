import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { write } from '../../db/write.ts'
import { type NewArticle, addArticle, readText } from '../../server/articles/article.ts'
import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { setSentenceAside } from '../../server/articles/triage.ts'
import { type NewClaim, addClaim } from '../../server/claims/make.ts'
import { spanOf } from '../sample.ts'
import { type Stage, personOf } from './newsroom.ts'
import { type DemoArticle, type DemoClaim, withHeadings } from './story.ts'

/** A claim of the story and its row; `verdicts` and `evidence` are the ids of what was added so far, in order. */
export type Told = { id: number; story: DemoClaim; article: DemoArticle; verdicts: number[]; evidence: number[] }

/** Takes an article in, makes its claims and sets sentences aside. */
export async function takeIn(stage: Stage, article: DemoArticle): Promise<Told[]> {
  const { db, clock } = stage
  const person = personOf(stage, article.by)
  const input = articleInput(stage, article)
  const added = await write(db, (tx) => addArticle(tx, person, input))
  const told: Told[] = []
  for (const story of article.claims) {
    clock.pass()
    const claim = { ...added, ...spanOf(input.text, story), ...claimInput(stage, article, story) }
    const id = await write(db, (tx) => addClaim(tx, person, claim))
    told.push({ id, story, article, verdicts: [], evidence: [] })
  }
  await setAside(stage, article, added.articleId)
  return told
}

function articleInput({ clock }: Stage, { file, daysBefore, ...article }: DemoArticle): NewArticle {
  const text = readFileSync(join(import.meta.dirname, 'texts', `${file}.txt`), 'utf8').replaceAll('\r\n', '\n')
  const { title, outlet, byline, url, language, kind, independent = false } = article
  const known = {
    title,
    outlet,
    byline,
    url,
    language,
    kind,
    independent,
    publishedOn: clock.dateOf(-(daysBefore ?? 0)),
  }
  return { ...known, text: text.trimEnd(), blocks: withHeadings(text, linesAsBlocks(text)) }
}

type Details = Omit<NewClaim, 'articleId' | 'versionId' | 'quoteStart' | 'quoteEnd'>

function claimInput({ clock }: Stage, article: DemoArticle, story: DemoClaim): Details {
  const speaker = story.by ?? article.speaker
  return {
    statement: story.statement,
    claimant: speaker?.name ?? null,
    claimantRole: speaker?.role || null,
    claimantKind: speaker?.kind ?? null,
    reportedBy: story.reportedBy ?? null,
    claimedOn: saidOn(clock.dateOf, article, story),
    claimedPlace: story.place ?? article.place ?? null,
    kind: story.kind,
    tags: story.tags ?? [],
    priority: story.priority ?? 2,
    assigneeId: null,
    dueOn: story.due === undefined ? null : clock.dateOf(story.due),
    state: story.candidate ? 'candidate' : 'open',
  }
}

// Words that were spoken on an occasion have its date; of a promise long ago only the month is known.
function saidOn(dateOf: (day: number) => string, article: DemoArticle, { monthsBefore }: DemoClaim): string | null {
  if (monthsBefore !== undefined) return dateOf(-monthsBefore * 30).slice(0, 7)
  return article.place ? dateOf(-(article.daysBefore ?? 0)) : null
}

async function setAside({ db, clock, ...rest }: Stage, article: DemoArticle, articleId: number): Promise<void> {
  const person = personOf({ db, clock, ...rest }, article.by)
  const { text, sentences } = await readText(db.reader, articleId)
  for (const [beginning, reason] of article.aside) {
    const sentence = sentences.find(({ start }) => text.startsWith(beginning, start))
    if (!sentence) throw new Error(`No sentence of ${article.file} begins with: ${beginning}`)
    clock.pass()
    await setSentenceAside(db, person, sentence.id, reason)
  }
}
