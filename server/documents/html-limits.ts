import { Parser } from 'htmlparser2'

/** Most readers of HTML take time that grows faster than its depth and size: what is beyond these is not tried. */
const htmlLimits = { depth: 256, nodes: 50_000, attributes: 100 }

class BeyondLimits extends Error {}

const chunk = 65_536

/** Whether the HTML stays within the limits, found out by reading it once from start to end and keeping nothing. */
export function isWithinLimits(source: string): boolean {
  const parser = new Parser(counter())
  try {
    for (let at = 0; at < source.length; at += chunk) parser.write(source.slice(at, at + chunk))
    parser.end()
    return true
  } catch (error) {
    if (error instanceof BeyondLimits) return false
    throw error
  }
}

function counter() {
  let depth = 0
  let nodes = 0
  let attributes = 0
  let inText = false
  const count = (isText: boolean) => {
    // A text comes in pieces, cut at each entity.
    if (!(isText && inText)) nodes += 1
    inText = isText
    if (nodes > htmlLimits.nodes) throw new BeyondLimits()
  }
  return {
    onopentagname: () => {
      attributes = 0
      depth += 1
      count(false)
      if (depth > htmlLimits.depth) throw new BeyondLimits()
    },
    onattribute: () => {
      attributes += 1
      if (attributes > htmlLimits.attributes) throw new BeyondLimits()
    },
    onclosetag: () => {
      depth -= 1
      inText = false
    },
    ontext: () => count(true),
    oncomment: () => count(false),
  }
}
