import { sources } from '../../db/schema/index.ts'

/** The columns of a source that people see, wherever one is read. */
export const sourceColumns = {
  id: sources.id,
  url: sources.url,
  archivedUrl: sources.archivedUrl,
  title: sources.title,
  publisher: sources.publisher,
  author: sources.author,
  publishedOn: sources.publishedOn,
  language: sources.language,
  doi: sources.doi,
  isbn: sources.isbn,
  kind: sources.kind,
  primary: sources.primary,
  interest: sources.interest,
  confidential: sources.confidential,
}
