import type { Role } from '../../db/schema/index.ts'

export { roles } from '../../db/schema/index.ts'
export type { Role } from '../../db/schema/index.ts'

export const roleWords: Record<Role, string> = {
  reader: 'Reader',
  checker: 'Checker',
  editor: 'Editor',
  admin: 'Admin',
}

/** What each role may do, as a sentence after its name. */
export const roleMeanings: Record<Role, string> = {
  reader: 'sees everything that is not confidential, and changes nothing.',
  checker: 'finds claims, adds sources and evidence, gives verdicts, and reviews those of others.',
  editor: 'does what a checker does, and gives claims to others.',
  admin: 'does what an editor does, invites people, says who may do what, and changes the settings.',
}
