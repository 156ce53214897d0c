import type { Metadata } from '../../server/sources/metadata.ts'

export type Page = { name: string; html: string; says: Record<string, string> }

/** What was found, in short: field and teller to value. */
export const inShort = (found: Metadata): Record<string, string> =>
  Object.fromEntries(Object.entries(found).map(([field, { value, from }]) => [`${field} ${from}`, value]))

export const head = (inside: string, lang = '') =>
  `<!doctype html><html${lang}><head>${inside}</head><body><p>Text.</p></body></html>`
export const linked = (thing: unknown) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`

/** Made-up pages of the ways in which sites describe themselves, and what is to be read from them. */
export const pages: Page[] = [
  {
    name: 'a paper with tags for citing',
    html: head(
      `<title>Ice in harbours | Journal of Ice</title>
      <meta name="citation_title" content="Ice in harbours: a survey">
      <meta name="citation_author" content="Durand, Anne"><meta name="citation_author" content="Okafor, B.">
      <meta name="citation_publication_date" content="2024/11/03">
      <meta name="citation_journal_title" content="Journal of Ice">
      <meta name="citation_publisher" content="House of Journals">
      <meta name="citation_doi" content="10.5555/ICE.2024.17">
      <meta name="citation_language" content="en">
      <meta property="og:title" content="Ice in harbours">
      <link rel="canonical" href="https://journal.example/ice/17?utm_source=mail">`,
      ' lang="en-GB"',
    ),
    says: {
      'title citation': 'Ice in harbours: a survey',
      'publisher citation': 'Journal of Ice',
      'author citation': 'Durand, Anne; Okafor, B.',
      'publishedOn citation': '2024-11-03',
      'language citation': 'en',
      'doi citation': '10.5555/ice.2024.17',
      'kind citation': 'study',
      'canonicalUrl page': 'https://journal.example/ice/17',
    },
  },
  {
    name: 'a report of an institution, with the year alone',
    html: head(
      `<meta name="citation_title" content="Port accounts"><meta name="citation_technical_report_institution" content="Harbour Board">
      <meta name="citation_date" content="2025"><meta name="citation_isbn" content="0-306-40615-2">`,
    ),
    says: {
      'title citation': 'Port accounts',
      'publisher citation': 'Harbour Board',
      'publishedOn citation': '2025',
      'isbn citation': '9780306406157',
      'kind citation': 'report',
    },
  },
  {
    name: 'news in a graph of JSON-LD that refers within itself',
    html: head(
      linked({
        '@context': 'https://schema.org',
        '@graph': [
          {
            '@type': 'Organization',
            '@id': '#post',
            name: 'The Ellery Post',
            logo: { '@type': 'ImageObject', name: 'Logo' },
          },
          { '@type': 'WebSite', name: 'ellery.example' },
          { '@type': 'Person', '@id': '#ann', name: 'Ann Other' },
          {
            '@type': ['NewsArticle', 'AnalysisNewsArticle'],
            headline: 'Harbour froze &amp; nobody sailed',
            author: [{ '@id': '#ann' }, { '@type': 'Person', name: 'B. Writer' }],
            publisher: { '@id': '#post' },
            datePublished: '2025-04-19T23:30:00-05:00',
            inLanguage: 'en-US',
          },
        ],
      }),
    ),
    says: {
      'title schema': 'Harbour froze & nobody sailed',
      'publisher schema': 'The Ellery Post',
      'author schema': 'Ann Other; B. Writer',
      'publishedOn schema': '2025-04-19',
      'language schema': 'en-US',
      'kind schema': 'news',
    },
  },
  {
    name: 'a dataset with a DOI as a property',
    html: head(
      linked({
        '@type': 'https://schema.org/Dataset',
        name: 'Ship movements',
        creator: { '@type': 'Organization', name: 'Statistics Office' },
        publisher: 'Open Data Portal',
        datePublished: '2023-07',
        identifier: [{ '@type': 'PropertyValue', propertyID: 'doi', value: 'https://doi.org/10.5281/zenodo.123' }],
      }),
      ' lang="de"',
    ),
    says: {
      'title schema': 'Ship movements',
      'publisher schema': 'Open Data Portal',
      'author schema': 'Statistics Office',
      'publishedOn schema': '2023-07',
      'language page': 'de',
      'doi schema': '10.5281/zenodo.123',
      'kind schema': 'dataset',
    },
  },
  {
    name: 'a news page that only OpenGraph describes',
    html: head(
      `<meta property="og:type" content="article"><meta property="og:title" content="Nobody sailed – The Ellery Post">
      <meta property="og:site_name" content="The Ellery Post"><meta property="og:locale" content="pt_BR">
      <meta property="article:published_time" content="2025-04-19 06:00"><meta property="article:author" content="https://social.example/ann">
      <meta name="author" content="By Ann Other"><meta property="og:url" content="https://ellery.example/a?id=1&amp;fbclid=x">`,
    ),
    says: {
      'title opengraph': 'Nobody sailed',
      'publisher opengraph': 'The Ellery Post',
      'author page': 'Ann Other',
      'publishedOn opengraph': '2025-04-19',
      'language opengraph': 'pt-BR',
      'kind opengraph': 'news',
      'canonicalUrl opengraph': 'https://ellery.example/a?id=1',
    },
  },
  {
    name: 'a library record in Dublin Core',
    html: head(
      `<meta name="DC.Title" content="Annual register"><meta name="DC.Creator" content="Okafor, B."><meta name="DC.Publisher" content="State Library">
      <meta name="DCTERMS.issued" content="1987-11"><meta name="DC.Language" content="fr"><meta name="DC.Identifier" content="doi:10.5555/reg/1987">
      <meta name="DC.Identifier" content="ISBN 978-0-306-40615-7">`,
    ),
    says: {
      'title dublincore': 'Annual register',
      'author dublincore': 'Okafor, B.',
      'publisher dublincore': 'State Library',
      'publishedOn dublincore': '1987-11',
      'language dublincore': 'fr',
      'doi dublincore': '10.5555/reg/1987',
      'isbn dublincore': '9780306406157',
    },
  },
  {
    name: 'a page with nothing but a title and a language',
    html: head('<title>\n  Minutes of\tthe council\n</title>', ' lang="uk"'),
    says: { 'title page': 'Minutes of the council', 'language page': 'uk' },
  },
  { name: 'a page that says nothing', html: '<p>Only text.', says: {} },
  {
    name: 'a page in microdata',
    html: `<html><body itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="headline" content="Ice again">
      <time itemprop="datePublished" datetime="2025-02-03T08:00Z">Monday</time><meta itemprop="inLanguage" content="en"></body></html>`,
    says: { 'title schema': 'Ice again', 'publishedOn schema': '2025-02-03', 'language schema': 'en' },
  },
  {
    name: 'a book',
    html: head(
      linked({
        '@type': 'Book',
        name: 'Ports',
        author: { '@type': 'Person', givenName: 'Anne', familyName: 'Durand' },
        isbn: '9780306406157',
      }),
    ),
    says: {
      'title schema': 'Ports',
      'author schema': 'Anne Durand',
      'isbn schema': '9780306406157',
      'kind schema': 'document',
    },
  },
  {
    name: 'a page whose main thing is inside another',
    html: head(
      linked([
        { '@type': 'WebPage', name: 'Page', mainEntity: { '@type': 'Report', name: 'Ice report', author: 'Board' } },
      ]),
    ),
    says: { 'title schema': 'Ice report', 'author schema': 'Board', 'kind schema': 'report' },
  },
  {
    name: 'a post',
    html: head(
      linked({ '@type': 'SocialMediaPosting', headline: 'We waited', author: { '@type': 'Person', name: '@captain' } }),
    ),
    says: { 'title schema': 'We waited', 'author schema': '@captain', 'kind schema': 'post' },
  },
  {
    name: 'a video',
    html: head(
      '<meta property="og:type" content="video.other"><meta property="og:title" content="The harbour from above">',
    ),
    says: { 'title opengraph': 'The harbour from above', 'kind opengraph': 'image' },
  },
  {
    name: 'a law',
    html: head(linked({ '@type': 'Legislation', name: 'Ports Act', datePublished: '2019-13-40' })),
    says: { 'title schema': 'Ports Act', 'kind schema': 'record' },
  },
  {
    name: 'an article of no kind in particular, with a byline in old-fashioned tags',
    html: head(
      `<meta property="og:type" content="article"><meta name="Author" content="Ann Other"><title>Ports · Harbour Board</title>
      <meta property="og:site_name" content="Harbour Board"><meta name="date" content="2020/1/5">`,
    ),
    says: {
      'title page': 'Ports',
      'publisher opengraph': 'Harbour Board',
      'author page': 'Ann Other',
      'publishedOn page': '2020-01-05',
    },
  },
]
