import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { lostRace } from '../errors.ts'
import { changes, record } from '../history/record.ts'
import { refuseUnusable } from '../scales/scale.ts'
import { formValues } from '../values/form-values.ts'
import { type Article, type Details, readArticle, rowOf } from './article.ts'
import { updateArticle } from './store.ts'

type Edit = Details & { id: number; version: number }

/** Changes what is known about an article; its text stays as it is. Throws Conflict with all fields as they are now. */
export const editArticle = (db: Db, person: Person, edit: Edit): Promise<void> =>
  write(db, (tx) => editArticleIn(tx, person, edit))

/** The same inside a change that does more. */
export async function editArticleIn(tx: Tx, person: Person, { id, version, ...details }: Edit): Promise<void> {
  permit(person, 'article.edit')
  const article = await readArticle(tx, id)
  if (article.version !== version) throw lostRace('these details', articleValues(article))
  await refuseUnusable(tx, details.scale ?? null, article.scale)
  const changed = changes<Details>(detailsOf(article), details)
  if (!changed) return
  await updateArticle(tx, id, { ...rowOf(details), version: version + 1 })
  await record(tx, person, 'article.edited', { article: id }, changed)
}

const detailsOf = ({ title, outlet, byline, url, publishedOn, language, kind, scale, independent }: Article) => ({
  title,
  outlet,
  byline,
  url,
  publishedOn,
  language,
  kind,
  scale,
  independent,
})

/** The details as the fields of their form hold them, and the version. */
export const articleValues = (article: Article): Record<string, string> =>
  formValues({ ...detailsOf(article), version: article.version })
