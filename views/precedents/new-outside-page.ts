import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Area, Choice, Field, FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'

const places = [
  { value: '1', label: 'False' },
  { value: '2', label: 'Mostly false' },
  { value: '3', label: 'Half true' },
  { value: '4', label: 'Mostly true' },
  { value: '5', label: 'True' },
]

/** The form that another publisher's check is entered with. */
export const NewOutsidePage = ({ shell, typed }: { shell: Shell; typed: Typed }) =>
  Layout({
    shell,
    title: 'Add a check of another publisher',
    main: html`
      ${Crumb({ href: '/checks', name: 'Checks of other publishers' })}
      <h1>Add a check of another publisher</h1>
      <form class="form" method="post" action="/checks">
        ${FormMessage({ typed })}
        ${Field({ name: 'publisher', label: 'Publisher', typed, required: true, max: 200 })}
        ${Field({ name: 'url', label: 'Address', typed, required: true, max: 2_000, placeholder: 'https://' })}
        ${Field({ name: 'title', label: 'Title', typed, required: true, max: 500 })}
        ${Area({ name: 'claim', label: 'Claim that was checked', typed, required: true, max: 2_000 })}
        ${Field({ name: 'claimant', label: 'Who made the claim', typed, max: 200 })}
        ${Field({ name: 'statedOn', label: 'Made on', typed, max: 40, hint: 'Such as 2025-04-23, 2025-04 or 2025.' })}
        ${Field({ name: 'checkedOn', label: 'Checked on', typed, max: 40, hint: 'Such as 2025-04-23, 2025-04 or 2025.' })}
        ${Field({ name: 'ratingLabel', label: 'Rating', typed, required: true, max: 200, hint: 'In the publisher’s own word.' })}
        ${Choice({ name: 'ratingValue', label: 'Where that lies', typed, options: places, none: 'Not between false and true' })}
        ${Field({ name: 'language', label: 'Language', typed, required: true, max: 35, hint: 'Such as en, de or uk.' })}
        <p class="actions"><button class="main">Keep the check</button> <a href="/checks">Cancel</a></p>
      </form>`,
  })
