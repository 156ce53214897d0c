import { z } from 'zod'
import { linesAsBlocks } from '../articles/blocks.ts'
import { NewArticleFields, textLimit } from '../articles/fields.ts'
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

const NewArticle = z
  .strictObject({
    title: z.string().max(300),
    text: z.string().max(textLimit).meta({ description: 'Plain text; every line that is not empty is a paragraph.' }),
    kind: z.enum(articleKinds).default('article'),
    outlet: optional(200),
    byline: optional(200),
    url: optional(2_000, 'Where it was published.'),
    published_on: optional(40, 'A date: 2025, 2025-04 or 2025-04-23.'),
    language: optional(50, 'BCP 47 tag; guessed when left out.'),
    scale: optional(60, 'The key of a rating scale; the newsroom’s when left out.'),
    independent: z.boolean().default(false),
    again: z.boolean().default(false).meta({ description: 'Take it in although the same text or address is here.' }),
  })
  .meta({ id: 'NewArticle' })

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
]
