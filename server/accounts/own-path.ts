// The origin only serves to read the path as a browser would; it is never shown or asked.
const here = 'http://here.invalid'

/**
 * The path of an address on this server, or '/' when the text could lead anywhere else. Browsers drop tabs and line feeds in
 * addresses and read `//host` and `/\host` as another site, so the text is read as they do and leading slashes become one.
 */
export function ownPath(text: string | undefined): string {
  if (!text || !/^[/\\]/.test(text)) return '/'
  const url = URL.parse(`/${text.replace(/^[/\\\s]+/, '')}`, here)
  if (!url || url.origin !== here) return '/'
  return `/${url.pathname.replace(/^\/+/, '')}${url.search}`
}
