import { shapeOf } from './blocks.ts'
import type { ReadFile } from './document.ts'

type Body = Record<string, string | string[]>

const bothGiven =
  'There is a text in the field and a file with another one. Empty the field to take the file, or send the form without a file.'

/**
 * What a file holds goes where it could have been typed, so that whatever else is wrong with the form, it is still there;
 * `guesses` are the fields that it may fill besides its text.
 */
export function filledIn(body: Body, read: ReadFile | undefined, guesses = true): { body: Body; problem?: string } {
  if (!read) return { body }
  if ('problem' in read) return { body, problem: read.problem }
  const isEmpty = (name: string) => String(body[name] ?? '').trim() === ''
  if (!isEmpty('text') && String(body.text).replaceAll(/\r\n?/g, '\n') !== read.text)
    return { body, problem: bothGiven }
  const guessed = guesses ? Object.entries(read.guesses).filter(([name]) => isEmpty(name)) : []
  const isPlain = read.blocks.every(({ kind }) => kind === 'paragraph')
  const shape = isPlain ? '' : shapeOf(read.blocks)
  return { body: { ...body, ...Object.fromEntries(guessed), text: read.text, shape } }
}
