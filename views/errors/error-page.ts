import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'

/** Says what went wrong in plain words, and where to go from here. */
export const ErrorPage = ({ shell, title, message }: { shell: Shell; title: string; message: string }) =>
  Layout({
    shell,
    title,
    main: html`<h1>${title}</h1>
      <p>${message}</p>
      <p class="links">${shell.person ? html`<a href="/">Your desk</a> <a href="/articles">Articles</a> <a href="/claims">Claims</a>` : html`<a href="/sign-in">Sign in</a>`}</p>`,
  })
