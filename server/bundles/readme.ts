import type { PublicReport } from '../reports/public.ts'

const check = `## Check it

    node verify.mjs

needs Node.js 20 or newer, and neither network nor packages. It holds every file against its size and SHA-256 in \`manifest.json\`, and
then against the signed history of the newsroom. It ends with 0 when everything holds. Compare the key that it tells with one that you got
by another way; with \`--key\` and \`--known\` it compares a key, and checkpoints that you kept, itself. Whoever changes a file and makes
the manifest anew is found out by the history; whoever has the key of the newsroom is not, unless somebody kept a checkpoint.

The tables are made for spreadsheets: a \`'\` stands before text that would run as a formula. Programs read the JSON, where everything
stands as it is. Times are UTC.
`

/** What is in the bundle of a report, for whoever opens it. */
export const publicReadme = (
  { article, newsroom, path }: PublicReport,
  origin: string,
): string => `# ${oneLine(article.title)}

What ${oneLine(newsroom)} has published on the claims of this text, with what is needed to go over it again.
It is published at ${origin}${path}.

${check}
## What is in it

- \`report.json\`: everything that is public, in one piece. \`claims.csv\`, \`verdicts.csv\`, \`evidence.csv\`, \`corrections.csv\` and
  \`replies.csv\`: the same as tables. Verdicts are the decisions that were published.
- \`pages/\`: each claim as it was when its page was last made, byte for byte as the history has its SHA-256. \`report.json\` is newer in one thing:
  names, the right of reply and the log of corrections stand in it as they are now.
- \`proofs.json\`: the entry of the history that made each page, and the hashes that lead from it to a checkpoint that the newsroom has
  signed (RFC 6962). They tell nothing of other entries.
- \`claimreview.json\` and \`annotations.jsonld\`: the checks for programs (schema.org ClaimReview, W3C Web Annotation).
- \`verify.mjs\` and \`stet-verifier.mjs\`: the programs that check all this. They are short; read them.

The text of the article and the copies of its sources are not in it, because they are the work of others: their addresses and their SHA-256 are.
`

/** What is in the bundle of an article that somebody of the newsroom takes out. */
export const deskReadme = (
  { title, newsroom }: { title: string; newsroom: string },
  left: string[],
): string => `# ${oneLine(title)}

The work of ${oneLine(newsroom)} on this text, published or not, to be handed to somebody who is to go over it again.

${check}
## What is in it

- \`article.json\` and \`text/\`: the article, and its frozen texts, each with its SHA-256.
- \`claims.csv\`, \`evidence.csv\`, \`verdicts.csv\`, \`corrections.csv\`, and the same as \`.json\`.
- \`copies/\`: the copies of sources, named by their SHA-256; \`copies.csv\` says of what and from when. They are the work of others: having
  them here gives nobody the right to publish them.
- \`history.jsonl\`: the history with the entries about this article and its sources in full, and all others by their hashes.
- \`verify.mjs\` and \`stet-verifier.mjs\`: the programs that check all this. They are short; read them.

Nothing from confidential sources is in it, no evidence that was withdrawn, no independent verdict that is still sealed, no discussion and no
notes.
${left.length > 0 ? `\n${left.join('\n')}\n` : ''}`

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
