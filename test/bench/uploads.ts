import Database from 'better-sqlite3'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hostileFiles } from '../documents/hostile-files.ts'
import type { Data } from './data.ts'
import { download } from './exports.ts'
import { ourServer } from './pages.ts'
import { type Listening, pause, residentMb, settled } from './process.ts'
import { type Line, figure } from './table.ts'

type Measured = { name: string; status: number; seconds: number; others: number; grown: number }

/** Uploads hostile files one after the other, those in `folder` and then our own, while somebody else reads on, until their texts are indexed. */
export async function measureUploads(data: Data, folder: string | undefined): Promise<Line[]> {
  const server = await ourServer(data)
  await download(`${server.url}/sources`, data.cookie)
  await settled(server.pid)
  const rest = residentMb(server.pid) ?? NaN
  const measured: Measured[] = []
  for (const [name, bytes] of filesIn(folder)) measured.push(await measure(server, data, { name, bytes, rest }))
  await server.stop()
  for (const { name, status, seconds, others, grown } of measured)
    console.log(
      `${name.padEnd(28)} ${status} ${figure(seconds, 's')}, others ${figure(others, 'ms')}, +${figure(grown, 'MB')}`,
    )
  const odd = measured.filter(({ status }) => status !== 303 && status !== 422).map(({ name }) => name)
  const most = (of: (one: Measured) => number) => Math.max(...measured.map(of))
  const [slowest, others, grown] = [most(({ seconds }) => seconds), most((one) => one.others), most((one) => one.grown)]
  return [
    {
      work: `slowest answer to ${measured.length} hostile files`,
      ours: figure(slowest, 's'),
      target: '≤ 6 s',
      ok: slowest <= 6,
    },
    { work: '… slowest other request meanwhile', ours: figure(others, 'ms'), target: '< 300 ms', ok: others < 300 },
    {
      work: '… most memory above rest',
      ours: figure(grown, 'MB'),
      target: '< 150 MB',
      ok: Number.isNaN(grown) ? undefined : grown < 150,
    },
    {
      work: '… answered with neither a copy nor a reason',
      ours: odd.join() || 'none',
      target: 'none',
      ok: odd.length === 0,
    },
  ]
}

function* filesIn(folder: string | undefined): Generator<[string, Buffer]> {
  for (const name of folder ? readdirSync(folder) : []) yield [name, readFileSync(join(folder ?? '', name))]
  for (const [name, make] of Object.entries(hostileFiles)) yield [name, make()]
}

type Sent = { name: string; bytes: Buffer; rest: number }

async function measure(
  { url, pid }: Listening,
  { cookie, file }: Data,
  { name, bytes, rest }: Sent,
): Promise<Measured> {
  const form = new FormData()
  form.set('way', 'upload')
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  const began = performance.now()
  let seconds: number | undefined
  const sent = fetch(`${url}/sources/1/snapshots`, {
    method: 'POST',
    headers: { cookie },
    body: form,
    redirect: 'manual',
  })
  const answered = sent.then((answer) => {
    seconds = (performance.now() - began) / 1_000
    return answer.status
  })
  let [others, grown] = [0, 0]
  const sqlite = new Database(file, { readonly: true })
  const waiting = sqlite.prepare<[], number>('SELECT count(*) FROM copies_to_index').pluck()
  do {
    const asked = performance.now()
    await download(`${url}/sources`, cookie)
    others = Math.max(others, performance.now() - asked)
    grown = Math.max(grown, (residentMb(pid) ?? NaN) - rest)
    await pause(25)
  } while (seconds === undefined || waiting.get() !== 0)
  sqlite.close()
  return { name, status: await answered, seconds, others, grown }
}
