import { feedFormats, feedPath, feedTypes } from '../../server/feeds/words.ts'
import { html } from '../html.ts'

/** What a feed of its own is about. */
export type Topic = { of: 'claimants' | 'tags'; key: string; name: string }

/** For the head of a page: where readers’ programs find the feeds of everything, and of what the page is about. */
export const FeedLinks = ({ newsroom, topics = [] }: { newsroom: string; topics?: Topic[] }) =>
  [undefined, ...topics].flatMap((topic) =>
    feedFormats.map(
      (format) =>
        html`<link rel="alternate" type="${feedTypes[format]}" title="${`Fact-checks of ${newsroom}${topic ? `: ${topic.name}` : ''}`}" href="${feedPath(format, topic)}" />`,
    ),
  )
