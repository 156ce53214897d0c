import { type Page, head, linked } from './pages.ts'

/** Made-up pages that say things wrongly, and what is to be read from them all the same. */
export const oddPages: Page[] = [
  {
    name: 'broken JSON-LD beside tags that hold',
    html: head(
      '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script><meta property="og:title" content="Still read">',
    ),
    says: { 'title opengraph': 'Still read' },
  },
  {
    name: 'JSON-LD of the wrong shapes',
    html: head(
      linked({
        '@type': 'NewsArticle',
        headline: { a: 1 },
        author: [null, 7, [['x']], { name: ['Ann', 'Ben'] }],
        datePublished: ['2025-04-19'],
        inLanguage: { '@type': 'Language', name: 'Polish' },
      }),
    ),
    says: {
      'author schema': '7; Ann',
      'publishedOn schema': '2025-04-19',
      'language schema': 'pl',
      'kind schema': 'news',
    },
  },
  {
    name: 'a date in two readings, a DOI that is none, an ISBN that does not check out',
    html: head(
      `<meta name="citation_date" content="03/04/2025"><meta name="citation_doi" content="11.5555/x"><meta name="citation_isbn" content="978-0-306-40615-8">
      <meta name="citation_language" content="not a language"><link rel="canonical" href="/relative">`,
    ),
    says: {},
  },
  {
    name: 'titles in drawings, tags in titles, and an address that would run',
    html: head(
      `<svg><title>Logo</title></svg><title>The page</title><meta name="citation_title" content="CO&lt;sub&gt;2&lt;/sub&gt; in ports">
      <link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://me:secret@site.example/">`,
    ),
    says: { 'title citation': 'CO2 in ports' },
  },
  {
    name: 'more authors than fit',
    html: head(
      Array.from({ length: 60 }, (_, n) => `<meta name="citation_author" content="Author, Number ${n}">`).join(''),
    ),
    says: {
      'author citation': `${Array.from({ length: 10 }, (_, n) => `Author, Number ${n}`).join('; ')} et al.`,
    },
  },
]
