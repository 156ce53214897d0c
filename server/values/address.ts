// Parameters that say how a reader came to a page, not which page it is.
const tracking =
  /^(utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_hsenc|_hsmi|mkt_tok|vero_id|oly_(enc|anon)_id|s_cid|cmpid|at_(medium|campaign)|wt_mc|ocid|smid|ftag|xtor)$/i

/**
 * The address as it is kept: host in lower case, no default port, no fragment, no tracking parameters; the other
 * parameters stay as they are, in order. Throws TypeError for what is no address.
 */
export function canonicalAddress(address: string): string {
  const url = new URL(address)
  url.hash = ''
  const pairs = url.search.slice(1).split('&')
  const kept = pairs.filter((pair) => pair !== '' && !tracking.test(nameOf(pair))).join('&')
  // With its own mark before it, since one that a parameter begins with would be taken for that.
  url.search = kept && `?${kept}`
  return url.href
}

/** What two addresses of the same page have in common: the canonical address without scheme, `www.` and slash at the end. */
export function addressKey(address: string): string {
  const url = new URL(canonicalAddress(address))
  return url.host.replace(/^www\./, '').replace(/\.$/, '') + url.pathname.replace(/\/+$/, '') + url.search
}

function nameOf(pair: string): string {
  const name = pair.split('=', 1)[0] ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
