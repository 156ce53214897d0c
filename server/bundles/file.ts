import { type Cell, byteOrderMark, csvRecord } from '../exports/csv.ts'
import type { BundleFile, Listed } from './zip.ts'

const format = { delimiter: ',', guarded: true }

/** A table for spreadsheets: what would run as a formula there is guarded. The same stands in a JSON file as it is. */
export function csvFile(path: string, header: readonly string[], rows: readonly (readonly Cell[])[]): BundleFile {
  return textFile(path, byteOrderMark + [header, ...rows].map((cells) => csvRecord(cells, format)).join(''))
}

/** A value as JSON that people can read too. */
export const jsonFile = (path: string, value: unknown): BundleFile =>
  textFile(path, `${JSON.stringify(value, undefined, 2)}\n`)

/** Text in UTF-8. */
export const textFile = (path: string, text: string): BundleFile => ({ path, bytes: Buffer.from(text) })

/** In the order of their paths, whatever the language of this machine. */
export const sorted = (files: readonly BundleFile[]): BundleFile[] =>
  files.toSorted(({ path: one }, { path: other }) => (one < other ? -1 : 1))

/** The list of all files, which a checker begins with. */
export const manifestOf =
  (about: object) =>
  (files: Listed[]): BundleFile =>
    jsonFile('manifest.json', { stet: 'bundle', v: 1, ...about, files })
