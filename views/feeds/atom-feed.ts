import type { Entry } from '../../server/feeds/entry.ts'
import type { Feed } from '../../server/feeds/feed.ts'
import { type Html, html } from '../html.ts'
import { EntryContent } from './entry-content.ts'

/** A feed as Atom (RFC 4287), which the template writes as well as HTML: both escape the same. */
export const AtomFeed = ({
  url,
  home,
  newsroom,
  title,
  updated,
  entries,
}: Feed): Html => html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${url}</id>
  <title>${title}</title>
  <updated>${updated}</updated>
  <link rel="self" type="application/atom+xml" href="${url}"/>
  <link rel="alternate" type="text/html" href="${home}"/>
  <author><name>${newsroom}</name><uri>${home}</uri></author>
  <generator uri="${`${home}about`}">Stet</generator>
${entries.map(AtomEntry)}</feed>
`

// HTML within XML stands there escaped once more, as text of its own.
const AtomEntry = ({ id, url, title, published, updated, tags, change }: Entry) => html`  <entry>
    <id>${id}</id>
    <title>${title}</title>
    <link rel="alternate" type="text/html" href="${url}"/>
    <published>${published}</published>
    <updated>${updated}</updated>
${tags.map((tag) => html`    <category term="${tag}"/>\n`)}    <content type="html">${String(EntryContent({ change, url }))}</content>
  </entry>
`
