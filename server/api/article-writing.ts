import { z } from 'zod'
import { linesAsBlocks } from '../articles/blocks.ts'
import { articleValues, editArticleIn } from '../articles/edit.ts'
import { DetailFields, NewArticleFields, textLimit } from '../articles/fields.ts'
import { readArticle } from '../articles/article.ts'
import { guessLanguage } from '../articles/languages.ts'
import { takeArticleIn } from '../articles/take-in.ts'
import { articleKinds } from '../articles/words.ts'
import { ApiRefusal } from '../errors.ts'
import { writing } from './operation.ts'
import { ArticleShape } from './shapes/article.ts'
import { throughForm } from './through-form.ts'

const optional = (max: number, description?: string) =>
  z
    .string()
    .max(max)
    .nullable()
    .optional()
    .meta({ ...(description && { description }) })

const details = {
  title: z.string().max(300),
  kind: z.enum(articleKinds),
  outlet: optional(200),
  byline: optional(200),
  url: optional(2_000, 'Where it was published.'),
  published_on: optional(40, 'A date: 2025, 2025-04 or 2025-04-23.'),
  scale: optional(60, 'The key of a rating scale; null for the newsroom’s.'),
  independent: z.boolean().meta({ description: 'Two checkers judge each of its claims independently.' }),
}

const NewArticle = z
  .strictObject({
    ...details,
    text: z.string().max(textLimit).meta({ description: 'Plain text; every line that is not empty is a paragraph.' }),
    kind: details.kind.default('article'),
    language: optional(50, 'BCP 47 tag; guessed when left out.'),
    independent: details.independent.default(false),
    again: z.boolean().default(false).meta({ description: 'Take it in although the same text or address is here.' }),
  })
  .meta({ id: 'NewArticle' })

const ArticleChange = z
  .strictObject({ ...details, language: z.string().max(50).meta({ description: 'BCP 47 tag.' }) })
  .partial()
  .meta({ id: 'ArticleChange', description: 'What is left out stays; null takes it away. The text never changes.' })

const form = NewArticleFields(undefined)

export const articleWriting = [
  writing({
    id: 'takeInArticle',
    action: 'article.add',
    method: 'post',
    path: '/articles',
    tag: 'Articles',
    summary: 'Take in an article',
    description: 'Freezes its text. Nothing is taken in twice unless `again` says so: 409 then names what is here.',
    scope: 'articles:write',
    problems: ['conflict'],
    body: NewArticle,
    answer: ArticleShape,
    makes: 'article',
    example: { body: { title: 'Harbour closed', text: 'The harbour closed on Monday.', outlet: 'The Bell' } },
    act: async (tx, { bearer, origin }, { body: { published_on, ...body } }) => {
      const {
        file: _file,
        shape: _shape,
        language,
        ...input
      } = throughForm(form, {
        ...body,
        text: body.text.replaceAll(/\r\n?/g, '\n'),
        publishedOn: published_on,
      })
      const found = { language: language ?? guessLanguage(input.text), blocks: linesAsBlocks(input.text) }
      const taken = await takeArticleIn(tx, bearer.person, { ...input, ...found })
      if ('articleId' in taken) return taken.articleId
      const existing = taken.known.map(({ id, sameText }) => ({
        id,
        page: `${origin}/articles/${id}`,
        same_text: sameText,
      }))
      throw new ApiRefusal(
        'conflict',
        'This text or address is here already. Send `again` to take it in all the same.',
        {
          existing,
        },
      )
    },
  }),
  writing({
    id: 'changeArticle',
    action: 'article.edit',
    method: 'patch',
    changes: true,
    path: '/articles/{id}',
    tag: 'Articles',
    summary: 'Change what is known about an article',
    scope: 'articles:write',
    body: ArticleChange,
    answer: ArticleShape,
    makes: 'article',
    example: { body: { byline: 'Ann Lee', published_on: '2025-05-05' } },
    act: async (tx, { bearer }, { id, body: { published_on: publishedOn, ...body } }) => {
      const article = await readArticle(tx, id)
      const values = { ...articleValues(article), independent: article.independent }
      const date = publishedOn === undefined ? {} : { publishedOn }
      await editArticleIn(tx, bearer.person, { id, ...throughForm(DetailFields, { ...values, ...body, ...date }) })
      return id
    },
  }),
]
