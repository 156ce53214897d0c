import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeDemo } from '../../seeds/demo/make.ts'
import { load } from './loading.ts'
import { type Turn, measured, ourServer, workOf } from './pages.ts'
import { settled } from './process.ts'
import { type Line, figure } from './table.ts'

/** Measures the public pages of the demo newsroom as a visitor reads them: how many a second one core can answer. */
export async function measureReports(): Promise<Line[]> {
  const dir = mkdtempSync(join(tmpdir(), 'stet-reports-'))
  try {
    await makeDemo({ dir, claims: undefined, now: new Date(), say: () => undefined })
    const [claim, report] = addressesIn(join(dir, 'stet.sqlite'))
    const server = await ourServer({ dir })
    await settled(server.pid)
    const lines: Line[] = []
    for (const [work, path] of [
      ['public page of a claim', claim],
      ['public report of an article', report],
    ] as const) {
      const turns: Turn[] = []
      for (let turn = 0; turn < 4; turn++)
        turns.push(
          await measured(server.pid, () => load({ url: server.url + path, cookie: '', connections: 16, seconds: 2 })),
        )
      lines.push(lineOf(work, turns.slice(1)))
    }
    await server.stop()
    return lines
  } finally {
    rmSync(dir, { recursive: true })
  }
}

function lineOf(work: string, turns: Turn[]): Line {
  const best = Math.max(...turns.map(({ perSecond }) => perSecond))
  // Whoever else uses the machine takes from the rate, not from what a request costs.
  const each = Math.min(...turns.map(({ processor }) => processor ?? NaN))
  const rate = Number.isNaN(each) ? best : 1_000 / each
  return {
    work,
    ours: `${figure(rate, 'requests/s')} on one core (${figure(best, 'requests/s')} here${workOf(turns)})`,
    target: '≥ 2,000 requests/s',
    ok: rate >= 2_000,
  }
}

function addressesIn(file: string): [claim: string, report: string] {
  const sqlite = new Database(file, { readonly: true })
  const row = sqlite
    .prepare<[], { report: string; claim: string }>(
      'SELECT reports.slug AS report, public_claims.slug AS claim FROM reports JOIN public_claims ON report_id = reports.id ORDER BY length(article) DESC LIMIT 1',
    )
    .get()
  sqlite.close()
  if (!row) throw new Error('The demo newsroom has published nothing')
  return [`/reports/${row.report}/${row.claim}`, `/reports/${row.report}`]
}
