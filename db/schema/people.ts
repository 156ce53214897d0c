import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const roles = ['reader', 'checker', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

export const people = sqliteTable(
  'people',
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    email: text().notNull().unique(),
    passwordHash: text().notNull(),
    role: text({ enum: roles }).notNull(),
    createdAt: text().notNull(),
    deactivatedAt: text(),
    version: integer().notNull().default(1),
  },
  () => [check('people_role', sql`role in ('reader', 'checker', 'editor', 'admin')`)],
)

export const signIns = sqliteTable(
  'sign_ins',
  {
    id: integer().primaryKey(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    tokenHash: text().notNull().unique(),
    device: text().notNull(),
    address: text().notNull(),
    /** SHA-256 of the secret that tells this browser from others when it comes back, whoever it is used by. */
    deviceHash: text(),
    createdAt: text().notNull(),
    lastSeenAt: text().notNull(),
    endedAt: text(),
  },
  (t) => [index('sign_ins_person').on(t.personId, t.endedAt)],
)

export const invitations = sqliteTable('invitations', {
  id: integer().primaryKey(),
  tokenHash: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: roles }).notNull(),
  invitedById: integer()
    .notNull()
    .references(() => people.id),
  createdAt: text().notNull(),
  expiresAt: text().notNull(),
  acceptedAt: text(),
  acceptedById: integer().references(() => people.id),
  withdrawnAt: text(),
})

/** Links with which somebody chooses a new password, once. */
export const passwordLinks = sqliteTable(
  'password_links',
  {
    id: integer().primaryKey(),
    tokenHash: text().notNull().unique(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    /** Null when it was made at the command line. */
    madeById: integer().references(() => people.id),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    usedAt: text(),
    /** When a newer one took its place, or the person changed the password without it. */
    replacedAt: text(),
  },
  (t) => [index('password_links_person').on(t.personId)],
)
