import type { Role } from '../../db/schema/index.ts'

export { roles } from '../../db/schema/index.ts'
export type { Role } from '../../db/schema/index.ts'

export const roleWords: Record<Role, string> = {
  reader: 'Reader',
  checker: 'Checker',
  editor: 'Editor',
  admin: 'Admin',
}
