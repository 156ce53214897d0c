import { type Hole, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'

/** The narrow page before the newsroom: signing in, setting up, accepting an invitation. */
export const Door = ({ shell, title, main }: { shell: Shell; title: string; main: Hole }) =>
  Layout({ shell, title, main: html`<div class="door"><h1>${title}</h1> ${main}</div>` })
