import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Data, cleanUp, prepareData } from './data.ts'
import { measureExport, measureExportMemory } from './exports.ts'
import { measureFacets } from './facets.ts'
import { measureFinding } from './finding.ts'
import { measureGrowth } from './growth.ts'
import { measureHistory } from './history.ts'
import { measureImports } from './imports.ts'
import { measurePages } from './pages.ts'
import { measurePrecedents } from './precedents.ts'
import { measureReports } from './reports.ts'
import { measureSearch } from './search.ts'
import { measureSentences } from './sentences.ts'
import { measureStart } from './start.ts'
import { type Line, table } from './table.ts'
import { measureUploads } from './uploads.ts'
import { measureVerdicts } from './verdicts.ts'

// npm run bench [-- --million] [-- --only pages,verdicts,csv,start,growth,facets,sentences,finding,search,precedents,history,imports,reports,uploads] [-- --files folder]: how fast we are beside what the machine can do.

const { values } = parseArgs({
  options: { million: { type: 'boolean' }, only: { type: 'string' }, files: { type: 'string' } },
})
const claims = 100_000

// Made for the first part that measures on it; the history is measured on one of its own.
let prepared: Promise<Data> | undefined
const data = () => (prepared ??= prepareData(claims))

const parts: Record<string, () => Promise<Line[]>> = {
  start: async () => measureStart(await data()),
  pages: async () => measurePages(await data()),
  csv: async () => [
    ...(await measureExport(await data())),
    ...(values.million ? await measureExportMemory(await prepareData(1_000_000)) : []),
  ],
  growth: async () =>
    measureGrowth(await prepareData(1_000), values.million ? await prepareData(1_000_000) : await data()),
  facets: async () => measureFacets(await data()),
  verdicts: async () => measureVerdicts(await data()),
  sentences: async () => measureSentences(await data()),
  finding: async () => measureFinding(await prepareData(1_000)),
  search: async () => measureSearch(await data()),
  precedents: async () => measurePrecedents(await data()),
  history: measureHistory,
  imports: async () => measureImports(await prepareData(1_000)),
  reports: measureReports,
  uploads: async () => measureUploads(await prepareData(1_000), values.files),
}
const wanted = values.only?.split(',') ?? Object.keys(parts)

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${claims.toLocaleString('en')} claims`,
)
const lines: Line[] = []
for (const name of wanted) {
  const measure = parts[name]
  if (!measure) throw new Error(`There is no part “${name}”; there are ${Object.keys(parts).join(', ')}`)
  try {
    const measured = await measure()
    lines.push(...measured)
    console.log(`\n${name}\n${table(measured)}`)
  } catch (error) {
    // The other parts are worth their figures all the same.
    console.error(`${name} could not be measured:`, error)
    process.exitCode = 1
  }
}
cleanUp()
if (wanted.length > 1) console.log(`\nall\n${table(lines)}`)
