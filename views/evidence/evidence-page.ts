import type { ClaimOfEvidence } from '../../server/evidence/evidence.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'

type Page = { shell: Shell; claim: ClaimOfEvidence; title: string; section: Html }

/** A form about evidence as a page of its own, under the claim it is about. */
export const EvidencePage = ({ shell, claim, title, section }: Page) =>
  Layout({
    shell,
    title: `${title} · claim ${claim.articleId}-${claim.number}`,
    main: html`
      <p class="crumb"><a href="/articles">Articles</a> › <a href="/articles/${claim.articleId}" dir="auto">${claim.articleTitle}</a> › <a href="/claims/${claim.id}">Claim ${claim.articleId}-${claim.number}</a></p>
      <h1>${title}</h1>
      <p class="about-claim" dir="auto">${claim.statement}</p>
      ${section}`,
  })
