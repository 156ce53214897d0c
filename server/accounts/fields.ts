import { line, text } from '../http/fields.ts'

/** The name of a person. */
export const nameField = () => line('Write the name as colleagues know it.', 100)

/** An email address, as loosely as mail servers take it. */
export const emailField = () =>
  text('Write an email address.', 254).refine(
    (email) => /^[^\s@]+@[^\s@]+$/.test(email),
    'This does not look like an email address. Write it as name@example.org.',
  )
