import { describe, expect, it } from 'vitest'
import { grow, leafHash, newFrontier, rootOf } from '../../server/history/merkle.ts'
import { checkpointText, signedNote } from '../../server/history/note.ts'
import { newSigner, readNoteKey } from '../../server/history/note-key.ts'
import { canonical } from '../../server/history/record.ts'
import { seededRandom } from '../support/chance.ts'
import { type Copy, eventsIn, found, notesOf, put, relink, signedCopy } from './signed-history.ts'

type Dice = (from: number, to: number) => number
/** Does it to the copy, and says which event is the first that is not as it was. */
type Attack = (copy: Copy, dice: Dice) => number

const times = 100
const last = 61

// Random, and the same in every run: a failure can be looked at.
function newDice(seed: number): Dice {
  let state = seed
  return (from, to) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return from + Math.floor((state / 2 ** 32) * (to - from + 1))
  }
}

function changed(copy: Copy, seq: number): Buffer {
  const body = eventsIn(copy)[seq - 1]?.body
  return Buffer.from(canonical({ ...JSON.parse(String(body)), actor: 2, data: { reason: `Another, for ${seq}.` } }))
}

const move = ({ sqlite }: Copy, from: number, by: number) => {
  // Through negative numbers, since two events may not have the same one even for a moment.
  sqlite.prepare('UPDATE events SET seq = -seq WHERE seq >= ?').run(from)
  sqlite.prepare('UPDATE events SET seq = -seq + ? WHERE seq < 0').run(by)
}

const remove = ({ sqlite }: Copy, seq: number) => sqlite.prepare('DELETE FROM events WHERE seq = ?').run(seq)

/** Adapts the columns to the bodies, as somebody who knows the tables would. */
const refile = ({ sqlite }: Copy) =>
  sqlite.exec(`UPDATE events SET at = body ->> 'at', type = body ->> 'type', actor_id = body ->> 'actor',
    claim_id = body ->> 'claim', person_id = body ->> 'person',
    kind = CASE WHEN body ->> 'type' = 'person.signed_in' THEN 'sign_ins' WHEN body ->> 'type' LIKE 'claim.%' THEN 'claims' ELSE 'people' END
    WHERE seq > 1`)

/** What is found at the very event: the chain shows it. */
const plain: Record<string, Attack> = {
  'an edit of any byte': (copy, dice) => {
    const seq = dice(1, last)
    const body = Buffer.from(eventsIn(copy)[seq - 1]?.body ?? '')
    const at = dice(0, body.length - 1)
    body[at] = (body[at] ?? 0) ^ (1 << dice(0, 7))
    copy.sqlite.prepare('UPDATE events SET body = ? WHERE seq = ?').run(body, seq)
    return seq
  },
  'a deletion': (copy, dice) => {
    const seq = dice(1, last - 1)
    remove(copy, seq)
    if (dice(0, 1) === 1) move(copy, seq + 1, -1)
    return seq
  },
  'an insertion': (copy, dice) => {
    const seq = dice(1, last)
    move(copy, seq, 1)
    copy.sqlite.exec(`INSERT INTO events SELECT ${seq}, body, hash, at, type, kind, actor_id, article_id, claim_id,
      source_id, person_id, round_id FROM events WHERE seq = ${seq > 1 ? seq - 1 : seq + 2}`)
    return seq
  },
  'a swap': (copy, dice) => {
    const first = dice(1, last - 1)
    const second = dice(first + 1, last)
    copy.sqlite.exec(`UPDATE events SET seq = -1 WHERE seq = ${first};
      UPDATE events SET seq = ${first} WHERE seq = ${second}; UPDATE events SET seq = ${second} WHERE seq = -1`)
    return first
  },
  'a cut tail': (copy, dice) => {
    const kept = dice(1, last - 1)
    copy.sqlite.prepare('DELETE FROM events WHERE seq > ?').run(kept)
    return kept + 1
  },
}

/** What is found by the checkpoint after it, since the chain was made anew. */
const rebuilt: Record<string, Attack> = {
  'an edit': (copy, dice) => {
    const seq = dice(2, last)
    put(copy, seq, changed(copy, seq))
    relink(copy, seq)
    refile(copy)
    return seq
  },
  'a deletion': (copy, dice) => {
    // After 51, all that can be told is that there is one event fewer than was signed.
    const seq = dice(2, 51)
    remove(copy, seq)
    move(copy, seq + 1, -1)
    relink(copy, seq)
    refile(copy)
    return seq
  },
  'an insertion': (copy, dice) => {
    const seq = dice(2, last)
    move(copy, seq, 1)
    copy.sqlite.exec(`INSERT INTO events SELECT ${seq}, body, hash, at, type, kind, actor_id, article_id, claim_id,
      source_id, person_id, round_id FROM events WHERE seq = ${seq + 1}`)
    put(copy, seq, changed(copy, seq))
    relink(copy, seq)
    refile(copy)
    return seq
  },
}

async function under(attack: Attack, judge: (copy: Copy, first: number) => Promise<void>) {
  const copy = await signedCopy()
  const dice = newDice(attack.name.length)
  for (let run = 0; run < times; run++) {
    copy.sqlite.exec('BEGIN')
    await judge(copy, attack(copy, dice))
    copy.sqlite.exec('ROLLBACK')
  }
  expect((await found(copy)).command.fault).toBeUndefined()
}

/** The first event that no checkpoint before that event is over. */
const unsigned = (seq: number) => (seq <= 11 ? 1 : Math.floor((seq - 2) / 10) * 10 + 2)

describe('the history as it was recorded', () => {
  it('holds, by the command and by the offline verifier', async () => {
    const copy = await signedCopy()
    const { command, offline } = await found(copy, notesOf(copy).join('\n'))
    expect(command).toMatchObject({ fault: undefined, events: last, checkpoints: { all: 6, held: 6 }, doubts: [] })
    expect(command.known.map(({ holds }) => holds)).toEqual(Array(6).fill(true))
    expect(offline).toMatchObject({ ok: true, events: last, sealed: 8, checkpoints: 6, signed: last, doubts: [] })
    expect(offline.known).toEqual(command.known)
    expect(offline.key).toBe(command.keys[0])
  })
})

describe('tampering is found a hundred times in a hundred, and the first bad event named', () => {
  it.each(Object.entries(plain))('%s', async (_name, attack) => {
    await under(attack, async (copy, first) => {
      const { command, offline } = await found(copy)
      expect(command.fault?.seq).toBe(first)
      expect(offline.ok).toBe(false)
      // A sealed entry does not say by itself where it belongs: its neighbour does, or the checkpoint after it.
      expect(offline.fault?.seq).toBeGreaterThanOrEqual(unsigned(first))
      expect(offline.fault?.seq).toBeLessThanOrEqual(first + 1)
    })
  })

  it.each(Object.entries(rebuilt))('%s, with the whole chain made anew without the key', async (_name, attack) => {
    await under(attack, async (copy, first) => {
      const { command, offline } = await found(copy)
      // The last that was signed and still holds; the entry is between it and the next.
      expect(command.fault?.seq).toBe(unsigned(first))
      expect(offline.fault).toEqual(command.fault)
    })
  })
})

describe('a checkpoint that somebody kept', () => {
  it('shows a tail that was cut off with the checkpoints over it', async () => {
    const dice = newDice(4)
    const copy = await signedCopy()
    const notes = notesOf(copy)
    for (let run = 0; run < times; run++) {
      copy.sqlite.exec('BEGIN')
      const kept = dice(11, last - 1)
      copy.sqlite.exec(`DELETE FROM events WHERE seq > ${kept}; DELETE FROM checkpoints WHERE size > ${kept}`)
      if (run % 10 === 0) await expectUnaware(copy)
      const { command, offline } = await found(copy, notes.join('\n'))
      const holds = [11, 21, 31, 41, 51, 61].map((size) => size <= kept)
      expect(command.known.map((each) => each.holds)).toEqual(holds)
      expect([offline.ok, offline.known]).toEqual([false, command.known])
      copy.sqlite.exec('ROLLBACK')
    }
  })

  it('shows a history that was written anew and signed with another key', async () => {
    const dice = newDice(5)
    const copy = await signedCopy()
    const notes = notesOf(copy)
    for (let run = 0; run < times; run++) {
      copy.sqlite.exec('BEGIN')
      const seq = dice(2, 61)
      forge(copy, seq)
      if (run % 10 === 0) await expectUnaware(copy)
      const { command, offline } = await found(copy, notes[dice(0, 5)])
      expect(command.known).toMatchObject([{ holds: false }])
      expect([offline.ok, offline.known]).toEqual([false, command.known])
      copy.sqlite.exec('ROLLBACK')
    }
  })
})

async function expectUnaware(copy: Copy): Promise<void> {
  const { command, offline } = await found(copy)
  expect([command.fault, offline.ok]).toEqual([undefined, true])
}

// The whole history with a key of one's own: all of it fits together, and only from outside can it be told.
function forge(copy: Copy, seq: number): void {
  const origin = readNoteKey(JSON.parse(String(eventsIn(copy)[0]?.body)).data.key)?.name ?? ''
  const forger = newSigner(origin, seededRandom())
  const first = JSON.parse(String(eventsIn(copy)[0]?.body))
  put(copy, 1, Buffer.from(canonical({ ...first, data: { key: forger.key.text, before: null } })))
  put(copy, seq, changed(copy, seq))
  relink(copy, 1)
  refile(copy)
  const tree = newFrontier()
  for (const { seq: size, body } of eventsIn(copy)) {
    grow(tree, leafHash(body))
    if (size % 10 !== 1) continue
    const note = signedNote(checkpointText({ origin, size, root: rootOf(tree) }), [forger])
    copy.sqlite.prepare('UPDATE checkpoints SET root = ?, note = ? WHERE size = ?').run(rootOf(tree), note, size)
  }
}
