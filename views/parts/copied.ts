import { html } from '../html.ts'
import { Icon } from './icon.ts'

/** Something to be copied and kept elsewhere, with a button for it. */
export const Copied = ({ id, label, value }: { id: string; label: string; value: string }) => html`
  <div class="field copy">
    <label for="${id}">${label}</label>
    <input id="${id}" type="text" readonly value="${value}" />
    <button type="button" data-copy="${id}" hidden>${Icon('copy')} <span aria-live="polite">Copy</span></button>
  </div>`
