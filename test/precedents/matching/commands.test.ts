import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../../server/commands.ts'
import { evaluateMatchOn, trainMatchOn } from '../../../server/precedents/matching/training-command.ts'
import { emptyFolder } from '../../support/folder.ts'
import { terminal } from '../../support/terminal.ts'
import { checks, debates, questions, tableOf } from './made-up.ts'

async function match({ from = checks, asked = questions }, ...options: string[]) {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'checks.tsv'), tableOf(from))
  writeFileSync(join(folder, 'queries.tsv'), tableOf(asked))
  const said: string[] = []
  const files = ['--checks', join(folder, 'checks.tsv'), '--queries', join(folder, 'queries.tsv')]
  const code = await runCommand({}, ['match', ...files, ...options], terminal(said))
  return { code, rows: said.map((line) => line.split('\t')), text: said.join('\n') }
}

describe('stet -- match', () => {
  it('finds the check that each question is about, the most probable first, and not more than twenty', async () => {
    const { code, rows } = await match({})
    expect(code).toBe(0)
    const byQuestion = Map.groupBy(rows, ([question]) => question)
    const right = [...byQuestion].filter(([question, [first]]) => `q-${first?.[1]}` === question)
    expect(right.length).toBe(questions.length)
    for (const found of byQuestion.values()) {
      expect(found.length).toBeLessThanOrEqual(20)
      const scores = found.map(([, , score]) => Number(score))
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      for (const score of scores) expect(score >= 0 && score <= 1).toBe(true)
    }
  })

  it('heeds dates, speakers and neighbours, or not, as it is told', async () => {
    const late = questions.map((question) => ({ ...question, event_date: '1990-01-01' }))
    const other = late.map((question) => ({ ...question, speaker: 'CHOU', prev: 'Nothing.', next: '' }))
    expect((await match({ asked: late })).text).not.toBe((await match({})).text)
    const undated = await match({}, '--no-dates')
    expect((await match({ asked: late }, '--no-dates')).text).toBe(undated.text)
    expect((await match({ asked: other }, '--no-dates')).text).not.toBe(undated.text)
    const bare = await match({}, '--text-only')
    expect((await match({ asked: other }, '--text-only')).text).toBe(bare.text)
  })

  it('thinks little of the only check there is when it is about something else', async () => {
    const asked = questions
      .slice(0, 1)
      .map((question) => ({ ...question, text: 'The mayor sold the ferry to his brother.' }))
    const { rows } = await match({ from: checks.slice(5, 6), asked }, '--text-only')
    expect(Number(rows[0]?.[2])).toBeLessThan(0.25)
  })

  it('says what is missing, and reads files without rows', async () => {
    expect(await match({ asked: [{ ...questions[0], text: '' }] as typeof questions })).toMatchObject({ code: 0 })
    const said: string[] = []
    expect(await runCommand({}, ['match', '--checks', 'x.tsv'], terminal(said))).toBe(2)
    expect(await runCommand({}, ['match', '--checks', '/no.tsv', '--queries', '/no.tsv'], terminal(said))).toBe(2)
    expect(await runCommand({}, ['match', '--loudly'], terminal(said))).toBe(2)
    expect(said.join('\n')).toMatch(/Use it as[^]*cannot be read[^]*Use it as/)
  })
})

describe('training on the debates', () => {
  it('gives the same bytes for the same data, and a table of how good they are', () => {
    const folder = debates()
    const [first, second] = ['a.txt', 'b.txt'].map((name) => join(emptyFolder(), name))
    const said: string[] = []
    trainMatchOn(folder, (line) => void said.push(line), first)
    trainMatchOn(folder, () => undefined, second)
    expect(said).toEqual(['Trained on 24 questions and 30 checks.'])
    expect(readFileSync(first ?? '', 'utf8')).toBe(readFileSync(second ?? '', 'utf8'))
    const table: string[] = []
    evaluateMatchOn(folder, (line) => void table.push(line))
    expect(table).toHaveLength(10)
    expect(table.at(-1)).toMatch(/^text only, events left out +1\.000 +1\.000/)
  })
})
