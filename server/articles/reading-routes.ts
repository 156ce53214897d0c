import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Html } from '../../views/html.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { Beside, ReadingPage } from '../../views/reading/reading-page.ts'
import { TriageAnswer, TriageProblem } from '../../views/reading/triage-answer.ts'
import { can } from '../accounts/permissions.ts'
import { claimCard } from '../claims/card.ts'
import { choice } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { isNewest } from './article.ts'
import { explain, focusOf, readReading } from './reading.ts'
import { type PlacedSentence, readSentence, returnSentence, setSentenceAside } from './triage.ts'
import { setAsideReasons } from './words.ts'

/** The article beside its claims, and the triage of its sentences. */
export function readingRoutes(world: World): Router {
  const router = Router()
  router.get('/articles/:id', async (req, res) => {
    const { claim, sentence, candidate, done, placing } = query(req)
    const proposed = candidate === undefined ? {} : { candidate }
    const asked = { ...named('claim', claim), ...named('sentence', sentence), ...proposed }
    res.vary('HX-Request-Type')
    const also = { done: readId(done ?? ''), placing: readId(placing ?? '') }
    send(res, await page(world, req, res, { articleId: idParam(req, 'article'), asked, ...also }))
  })
  router.post('/sentences/:id/triage', (req, res) => triage(world, req, res))
  return router
}

// A number that is none stands for nothing in the article: it is looked for, and not found.
const named = (name: string, text: string | undefined) => (text === undefined ? {} : { [name]: readId(text) ?? 0 })

type Asked = {
  articleId: number
  asked: { claim?: number; sentence?: number; candidate?: string }
  problem?: string | undefined
  done?: number | undefined
  placing?: number | undefined
}

async function page(
  world: World,
  req: Request,
  res: Response,
  { articleId, asked, problem, done, placing }: Asked,
): Promise<Html> {
  const reading = await readReading(world.db.reader, articleId)
  const focus = focusOf(reading, asked)
  const card = focus.kind === 'claim' ? await claimCard(world.db, req.person, focus.claim.id) : undefined
  const toPlace = can(req.person, 'claim.place')
    ? [...reading.claims, ...reading.away].find(({ id }) => id === placing)
    : undefined
  const shown = { person: req.person, reading, focus, card, problem, done, placing: toPlace }
  return isPartial(req) ? Beside(shown) : ReadingPage({ ...shown, shell: shell(req, res) })
}

const why = 'Choose why there is nothing to check in this sentence.'
const NewTriage = z.discriminatedUnion(
  'triage',
  [
    z.strictObject({ triage: z.literal('not_a_claim'), reason: choice(setAsideReasons, why) }),
    z.strictObject({ triage: z.literal('untouched') }),
  ],
  'Say what the sentence is to be: set aside with a reason, or untouched.',
)

async function triage(world: World, req: Request, res: Response): Promise<void> {
  const sentence = await readSentence(world.db.reader, idParam(req, 'sentence'))
  await submit(req, res, {
    schema: NewTriage,
    act: async (input) => {
      const changed =
        input.triage === 'untouched'
          ? await returnSentence(world.db, req.person, sentence.id)
          : await setSentenceAside(world.db, req.person, sentence.id, input.reason)
      await answer(world, req, res, changed)
    },
    again: (typed) => again(world, req, res, { sentence, typed }),
  })
}

async function answer(world: World, req: Request, res: Response, sentence: PlacedSentence): Promise<void> {
  if (isPartial(req)) {
    const reading = await readReading(world.db.reader, sentence.articleId)
    return send(res, TriageAnswer({ reading, sentence, worth: explain(reading, sentence), person: req.person }))
  }
  const notice = sentence.triage === 'untouched' ? 'The sentence is back.' : 'The sentence is set aside.'
  see(res, `/articles/${sentence.articleId}?sentence=${sentence.id}#s-${sentence.id}`, notice)
}

type Failed = { sentence: PlacedSentence; typed: Typed }

async function again(world: World, req: Request, res: Response, { sentence, typed }: Failed): Promise<Html> {
  const problem = typed.notice ?? Object.values(typed.problems).join(' ')
  if (isPartial(req)) return TriageProblem(problem)
  const { id, articleId, versionId } = sentence
  const isShown = await isNewest(world.db.reader, articleId, versionId)
  return page(world, req, res, { articleId, asked: isShown ? { sentence: id } : {}, problem })
}
