import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { TooMany } from '../errors.ts'
import { commonPasswords, commonRuns } from './common-passwords.ts'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
// Made with the same cost from a password nobody knows: an unknown email costs as much time as a known one.
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$uzhXeaxmEuLGX9vYfIxnaw$hiqjJKWP1a2MYveuy+uHlHjIeL8laaEINQYn2qLobew'

/** A password as typed, for signing in: whatever it holds. Never trimmed, never cut. */
export const typedPassword = () =>
  z.string('Type your password.').min(1, 'Type your password.').max(1_000, 'This password is too long.')

/** A password to be set: 12 to 128 characters of any kind. What depends on the person is checked by `passwordProblem`. */
export const newPassword = () =>
  z
    .string('Choose a password.')
    .refine(
      (password) => lengthOf(password) >= 12,
      'Use at least 12 characters. A few words that only you would put together are good.',
    )
    .refine((password) => lengthOf(password) <= 128, 'Use at most 128 characters.')

const lengthOf = (password: string) => Array.from(password).length

/** Why this person should not have this password, or undefined: it is widely known, or is their own name or email. */
export function passwordProblem(
  password: string,
  { name, email }: { name: string; email: string },
): string | undefined {
  const core = squash(password)
  const own = [name, email, email.split('@')[0] ?? ''].map(squash).filter((word) => word !== '')
  const bare = core.replace(/^\d+|\d+$/g, '')
  if (own.some((word) => word === core || word === bare || isRepeated(core, word))) {
    return 'This is your own name or email address, which anyone could guess. Choose another password.'
  }
  const isCommon = commonPasswords.has(core) || isRun(core) || isOnePiece(core) || isOnePiece(password)
  return isCommon ? 'This password is on the lists that attackers try first. Choose another one.' : undefined
}

const squash = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
const isRepeated = (text: string, word: string) => text !== '' && word.length > 1 && text.replaceAll(word, '') === ''
const isOnePiece = (text: string) => /^(.{1,4})\1{2,}.{0,3}$/u.test(text)
const isRun = (text: string) =>
  text.length >= 6 && commonRuns.some((run) => run.includes(text) || run.split('').reverse().join('').includes(text))

/** The argon2id hash to store. Waits for its turn: at most two are made at once. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(bytesOf(password), cost))
}

/** Whether the password belongs to the hash; without a hash, false after the same work. */
export async function isRightPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const isRight = await inTurn(() => verify(passwordHash ?? nobody, bytesOf(password)))
  return isRight && passwordHash !== undefined
}

// The same letters are different bytes from different keyboards; NFC makes them one.
const bytesOf = (password: string) => Buffer.from(password.normalize('NFC'))

const atOnce = 2
const longestQueue = 60
let running = 0
const waiting: (() => void)[] = []

// Each hash takes 19 MB and a core for a while: everyone else's pages must not wait for a storm of sign-ins.
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= longestQueue)
    throw new TooMany(3, 'Many people are signing in just now. Wait 3 seconds, then try again.')
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
