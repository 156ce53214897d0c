/** A saved page with everything around its article that a real one has. */
export const savedPage = `<!doctype html><html lang="fr-CA"><head>
<title>Le port gèle - Le Journal</title><meta property="og:title" content="Le port gèle - Le Journal">
<meta property="og:site_name" content="Le Journal"><meta name="author" content="By Ana Durand">
<meta property="article:published_time" content="2025-01-09T07:00:00+01:00">
<link rel="canonical" href="https://journal.example.org/port?utm_source=rss&amp;id=7">
<script>document.title = 'changed'</script></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Le port gèle</h1>
<p>Le port de Port Ellery a gelé mardi, selon M. Durand, directeur du port depuis 2014.
   Personne n’a <b>navi<i>gué</i></b>, et les pêcheurs sont restés à quai pendant trois jours, ce qui n’était pas arrivé depuis 1987.</p>
<h2 id="htmx" hx-get="/people" hx-trigger="load">Une longue attente</h2>
<blockquote><p>«&nbsp;Nous attendons.&nbsp;» C’est tout.</p></blockquote>
<ul><li>Premier <a href="javascript:alert(1)">point</a>, avec du texte.</li><li>Second<br>point, sur deux lignes.</li></ul>
<p hidden>Caché.</p><img src="x" onerror="alert(1)"><script>alert(1)</script></article>
<footer>Tous droits réservés</footer></body></html>`

export const markdown = `# Port Ellery froze

It was *cold* [on Tuesday](https://example.org "x") &amp; nobody **sailed**,
the harbour master said.

> “We waited.”

- one <b>fish</b>
- two fish

1. first

\`\`\`
code stays
\`\`\`
`
