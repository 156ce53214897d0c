import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Action, actions, can } from '../../server/accounts/permissions.ts'
import { type Role, roles } from '../../server/accounts/words.ts'
import { demoNewsroom } from '../support/demo.ts'
import { forms } from './forms.ts'

/** Every action, and the roles that may do it. The rule of four eyes and of one's own email stand below. */
const table: Record<Action, string> = {
  'article.add': 'checker editor admin',
  'article.edit': 'checker editor admin',
  'article.addVersion': 'checker editor admin',
  'article.signOff': 'checker editor admin',
  'article.waive': 'editor admin',
  'sentence.triage': 'checker editor admin',
  'claim.add': 'checker editor admin',
  'claim.edit': 'checker editor admin',
  'claim.move': 'checker editor admin',
  'claim.place': 'checker editor admin',
  'claim.take': 'checker editor admin',
  'claim.assign': 'editor admin',
  'claims.export': 'reader checker editor admin',
  'bundle.export': 'editor admin',
  'claimant.edit': 'checker editor admin',
  'source.add': 'checker editor admin',
  'source.edit': 'checker editor admin',
  'source.merge': 'checker editor admin',
  'sources.export': 'reader checker editor admin',
  'source.seeConfidential': 'checker editor admin',
  'snapshot.keep': 'checker editor admin',
  'source.archive': 'checker editor admin',
  'source.watch': 'checker editor admin',
  'evidence.add': 'checker editor admin',
  'evidence.edit': 'checker editor admin',
  'verdict.give': 'checker editor admin',
  'verdict.review': 'checker editor admin',
  'claim.publish': 'editor admin',
  'report.publish': 'editor admin',
  'site.write': 'editor admin',
  'error.see': 'checker editor admin',
  'error.answer': 'editor admin',
  'round.open': 'editor admin',
  'round.change': 'editor admin',
  'round.agree': 'checker editor admin',
  'round.adjudicate': 'editor admin',
  'readiness.record': 'checker editor admin',
  'policy.edit': 'admin',
  'attempt.add': 'checker editor admin',
  'attempt.edit': 'checker editor admin',
  'attempt.erase': 'admin',
  'comment.add': 'checker editor admin',
  'comment.erase': 'admin',
  'thread.resolve': 'checker editor admin',
  'proposal.make': 'checker editor admin',
  'proposal.answer': 'editor admin',
  'citation.edit': 'checker editor admin',
  'relation.edit': 'checker editor admin',
  'check.add': 'checker editor admin',
  'bulk.undo': 'editor admin',
  'list.share': 'checker editor admin',
  'list.edit': 'editor admin',
  'import.run': 'editor admin',
  'flag.clear': 'checker editor admin',
  'scale.edit': 'admin',
  'person.invite': 'admin',
  'person.seeEmail': 'admin',
  'person.edit': 'admin',
  'watching.change': 'admin',
  'webhook.manage': 'admin',
  'jobs.manage': 'admin',
  'settings.edit': 'admin',
  'learning.change': 'admin',
  'agreement.byPair': 'editor admin',
  'history.export': 'reader checker editor admin',
  'history.verify': 'editor admin',
}

const someone = (role: Role, id = 7) => ({ id, name: 'N', email: 'n@example.org', role })
/** What the rules look at, belonging to somebody else. */
const foreign = { id: 8, authorId: 8, madeById: 8, ownerId: 8, shared: true, checkers: [8, 9] }
// Every action is asked with a thing, though only some look at it: so their types are joined.
const ask = (role: Role, action: Action) => can(someone(role), action as 'verdict.review', foreign)

describe('the table of permissions', () => {
  it('holds every action', () => {
    expect(Object.keys(table).sort()).toEqual([...actions].sort())
  })

  it.each(actions.map((action) => [action, table[action]]))('%s: %s', (action, allowed) => {
    expect(roles.filter((role) => ask(role, action as Action)).join(' ')).toBe(allowed)
  })

  it('has nobody review their own verdict, whatever their role', () => {
    for (const role of roles) {
      expect(can(someone(role), 'verdict.review', { authorId: 7 })).toBe(false)
      expect(can(someone(role), 'proposal.answer', { authorId: 7 })).toBe(false)
      expect(can(someone(role), 'round.adjudicate', { checkers: [8, 7] })).toBe(false)
      expect(can(someone(role), 'round.change', { checkers: [7, 8] })).toBe(false)
    }
  })

  it('lets no program judge, publish, or see what is confidential, whoever’s token it has', () => {
    const things = ['verdict.give', 'claim.publish', 'report.publish', 'source.seeConfidential'] as const
    for (const role of roles) {
      const program = { ...someone(role), token: 1 }
      for (const action of things) expect(can(program, action)).toBe(false)
      expect(can(program, 'verdict.review', { authorId: 8 })).toBe(false)
    }
  })

  it('lets people keep lists of their own, and undo what they changed', () => {
    for (const role of roles) expect(can(someone(role), 'list.edit', { ownerId: 7, shared: false })).toBe(true)
    for (const role of roles) expect(can(someone(role), 'list.edit', { ownerId: 8, shared: false })).toBe(false)
    const mine = roles.filter((role) => can(someone(role), 'list.edit', { ownerId: 7, shared: true }))
    const undone = roles.filter((role) => can(someone(role), 'bulk.undo', { madeById: 7 }))
    expect([mine, undone]).toEqual([roles.slice(1), roles.slice(1)])
  })

  it('shows everyone their own email', () => {
    for (const role of roles) expect(can(someone(role), 'person.seeEmail', { id: 7 })).toBe(true)
  })
})

describe('a form', () => {
  it('is sent to no address that is not decided on here', () => {
    const folder = join(import.meta.dirname, '..', '..', 'server')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    const code = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
    const found = [...code.matchAll(/\.post\(\s*'([^']+)'/g)].map(([, path]) => path ?? '')
    expect(found.sort((a, b) => (a < b ? -1 : 1))).toEqual(Object.keys(forms).sort())
  })

  it('of a reader changes nothing but their own account: 403, and no row written', async () => {
    const { as, rita, db } = await demoNewsroom()
    const browser = await as(rita)
    const written = () => db.writer.sqlite.prepare('SELECT total_changes()').pluck().get()
    const before = written()
    const told: Record<string, number> = {}
    for (const [path, fields] of Object.entries(forms)) {
      if (typeof fields === 'string') continue
      told[path] = (await browser.post(path.replace(':id', '1'), fields)).status
    }
    expect(told).toEqual(Object.fromEntries(Object.keys(told).map((path) => [path, 403])))
    expect(written()).toBe(before)
  })

  it('of a visitor is kept and asks to sign in first', async () => {
    const { visitor } = await demoNewsroom()
    for (const [path, fields] of Object.entries(forms)) {
      if (fields === 'anyone') continue
      const sent = typeof fields === 'string' ? {} : fields
      await visitor.post(path.replace(':id', '1'), sent).expect(401)
    }
  })
})
