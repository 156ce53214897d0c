/** An answer as it is sent, byte for byte. */
export type Answer = { type: string; body: Buffer; etag: string }

/** Answers by what was asked for, as long as nothing changed that they are made of. */
export type PageCache = {
  find: (key: string, stamp: number) => Answer | undefined
  keep: (key: string, stamp: number, answer: Answer) => Answer
}

/** Keeps up to that many bytes; what was asked for longest ago goes first, and everything when the stamp is another one. */
export function newPageCache(mostBytes = 32_000_000): PageCache {
  const answers = new Map<string, Answer>()
  let bytes = 0
  let current = -1

  function renew(stamp: number): void {
    if (stamp === current) return
    answers.clear()
    bytes = 0
    current = stamp
  }

  function drop(key: string): void {
    bytes -= answers.get(key)?.body.length ?? 0
    answers.delete(key)
  }

  return {
    find(key, stamp) {
      renew(stamp)
      const answer = answers.get(key)
      if (!answer) return undefined
      answers.delete(key)
      answers.set(key, answer)
      return answer
    },
    keep(key, stamp, answer) {
      renew(stamp)
      drop(key)
      answers.set(key, answer)
      bytes += answer.body.length
      for (const [oldest] of answers) {
        if (bytes <= mostBytes) break
        drop(oldest)
      }
      return answer
    },
  }
}
