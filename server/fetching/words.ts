/** Why nothing came of asking for an address, where it was not the site's own answer. */
export type Reason =
  | 'no-address'
  | 'scheme'
  | 'credentials'
  | 'port'
  | 'private'
  | 'unresolved'
  | 'unreachable'
  | 'proxy'
  | 'tls'
  | 'redirects'
  | 'redirect'
  | 'coding'
  | 'too-large'
  | 'unpacked'
  | 'broken-off'
  | 'slow'
  | 'busy'
  | 'too-often'

/** What the person is told. */
export const refusalWords: Record<Reason, string> = {
  'no-address': 'This is not an address of a page. Copy it from the browser, with the https:// at its start.',
  scheme: 'Only addresses that start with https:// or http:// can be fetched.',
  credentials: 'There is a user name or a password in this address. Take it out; pages behind one cannot be fetched.',
  port: 'Stet fetches from the usual ports of the web only (80 and 443). Whoever runs this server can allow this one with FETCH_ALLOW.',
  private:
    'This address leads into a private network, not to the internet, so it is not fetched. Whoever runs this server can allow it with FETCH_ALLOW.',
  unresolved: 'There is no site of this name, or the name could not be looked up. Check the address.',
  unreachable: 'The site could not be reached. It may be down, or it may turn this server away.',
  proxy:
    'The proxy that pages are fetched through could not reach the site, or could not be reached itself. If other sites fail too, whoever runs this server can check FETCH_PROXY.',
  tls: 'The site could not show that it is the one you asked for: its certificate is not valid. Nothing was read from it.',
  redirects: 'The address leads from one to the next without ever arriving at a page.',
  redirect: 'The site sent on to something that is not an address of a page.',
  coding: 'The site packed its answer in a way that was not asked for, so it was not opened.',
  'too-large': 'What is there is larger than 25 MB.',
  unpacked: 'What is there is larger than 25 MB when unpacked.',
  'broken-off': 'The site broke off in the middle of its answer. Try again.',
  slow: 'The site did not answer in time. Try again later.',
  busy: 'Many addresses are being fetched just now. Try again in a few seconds.',
  'too-often': 'You have fetched many addresses in the last minute. Wait a minute, then go on.',
}

const statusWords: Record<number, string> = {
  401: 'The site asks for a password before it shows this page',
  403: 'The site does not show this page to programs',
  404: 'The site says that there is no such page',
  410: 'The site says that this page is gone',
  429: 'The site says that it was asked too often; try again later',
  451: 'The site may not show this page, for legal reasons',
}

/** What an answer without a page means, with its number, by which people can look it up. */
export function statusRefusal(status: number): string {
  const said =
    statusWords[status] ?? (status >= 500 ? 'The site has a problem of its own' : 'The site did not give out this page')
  return `${said} (${status}).`
}
