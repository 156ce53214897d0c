import { sourceKinds } from '../../db/schema/index.ts'
import { comparable } from '../../server/claims/comparable.ts'
import { searchable } from '../../server/text/search-words.ts'
import type { Tables } from './tables.ts'
import { firstNames, lastNames, outlets, places, roles, topics } from './wording.ts'

/** Fills what claims choose from: claimants, tags and sources. */
export function fillShelves(tables: Tables): void {
  for (let id = 1; id <= tables.counts.claimants; id++) addClaimant(tables, id)
  for (let id = 1; id <= tables.counts.tags; id++) addTag(tables, id)
  for (let id = 1; id <= tables.counts.sources; id++) addSource(tables, id)
}

// The number makes the role unlike any other of that name.
function addClaimant({ add, dice, ledger }: Tables, id: number): void {
  const name = `${dice.pick(firstNames)} ${dice.pick(lastNames)}`
  const role = `${dice.pick(roles)} of ${dice.pick(places)}, ward ${id}`
  const keys = { name_key: comparable(name), role_key: comparable(role) }
  add.claimants({ id, name, role, ...keys, created_at: ledger.now() })
}

function addTag({ add, dice }: Tables, id: number): void {
  const name = `${dice.pick(topics)} ${id}`
  add.tags({ id, name, name_key: comparable(name) })
}

function addSource({ add, dice, ledger, checkers }: Tables, id: number): void {
  const [kind, confidential, primary] = [dice.pick(sourceKinds), dice.inHundred(3), dice.inHundred(60)]
  const title = `${dice.pick(places)}: ${dice.pick(topics)}, ${kind} no. ${id}`
  const publisher = dice.pick(outlets)
  const key = `sources-${id % 97}.example/papers/${id}`
  const url = confidential ? null : `https://${key}`
  const by = dice.pick(checkers)
  ledger.tell(by, 'source.added', { source: id }, { kind, primary, confidential })
  add.sources({
    id,
    title,
    publisher,
    url,
    url_key: url && key,
    kind,
    primary: Number(primary),
    confidential: Number(confidential),
    title_key: searchable(title),
    publisher_key: searchable(publisher),
    searched: searchable([title, publisher, url].filter((part) => part !== null).join('\n')),
    published_on: dice.inHundred(70) ? `20${10 + dice.below(14)}` : null,
    added_by_id: by,
    created_at: ledger.now(),
  })
}
