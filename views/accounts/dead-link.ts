import { html } from '../html.ts'
import type { Shell } from '../layout.ts'
import { Door } from './door.ts'

const reasons = {
  'set-up-already': {
    title: 'The first account exists already',
    message:
      'The setup link works once, and it has been used. Sign in with that account, or ask its owner for an invitation.',
  },
  'wrong-setup-code': {
    title: 'This is not the setup link',
    message:
      'Use the whole link that the server printed in the terminal when it started last. Each start without an account prints a new one, and only the newest works.',
  },
  unknown: {
    title: 'This is not an invitation',
    message: 'No invitation has this link. Copy the whole link again, or ask for a new one.',
  },
  expired: {
    title: 'This invitation has run out',
    message: 'Invitations can be accepted for 24 hours. Ask an admin of the newsroom for a new one.',
  },
  used: {
    title: 'This invitation has been used',
    message: 'Its account exists: sign in with it. If it was not you who used it, tell an admin of the newsroom now.',
  },
  withdrawn: {
    title: 'This invitation was withdrawn',
    message: 'An admin took it back. Ask for a new one if you still need an account.',
  },
  'unknown-link': {
    title: 'This is not a link for a new password',
    message: 'Copy the whole link again, or ask an admin of the newsroom for a new one.',
  },
  'expired-link': {
    title: 'This link has run out',
    message: 'A link for a new password works for 24 hours. Ask an admin of the newsroom for a new one.',
  },
  'used-link': {
    title: 'This link has been used',
    message:
      'A new password was chosen with it: sign in with that one. If it was not you who used it, tell an admin of the newsroom now.',
  },
  'replaced-link': {
    title: 'This link does not work any more',
    message:
      'A newer link was made for you after this one, or you have changed your password yourself since. Ask an admin of the newsroom if you still need one.',
  },
  'closed-account': {
    title: 'This account is deactivated',
    message: 'An admin of the newsroom has to reactivate it before a new password can be chosen.',
  },
}

/** Says why a link that lets somebody in does not do so, and what to do instead. */
export const DeadLinkPage = ({ shell, reason }: { shell: Shell; reason: keyof typeof reasons }) =>
  Door({
    shell,
    title: reasons[reason].title,
    main: html`<p>${reasons[reason].message}</p>
      ${reason !== 'wrong-setup-code' && html`<p><a href="/sign-in">Sign in</a></p>`}`,
  })
