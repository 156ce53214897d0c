import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'

/** A link to be copied and handed on. */
export const CopiedLink = ({ label, link }: { label: string; link: string }) => html`
  <div class="field copy">
    <label for="link">${label}</label>
    <input id="link" type="text" readonly value="${link}" />
    <button type="button" data-copy="link" hidden>${Icon('copy')} <span aria-live="polite">Copy</span></button>
  </div>`
