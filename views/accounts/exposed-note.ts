import { html } from '../html.ts'

/** Warns that what is typed here can be read on the way. */
export const ExposedNote = ({ isExposed }: { isExposed: boolean }) =>
  isExposed &&
  html`<p class="message problem" role="note">
    This connection is not encrypted: others on the network could read your password. Ask whoever runs this server to put it
    behind https.
  </p>`
