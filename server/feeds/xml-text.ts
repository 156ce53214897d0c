// What XML 1.0 (section 2.2) has no place for, escaped or not.
// eslint-disable-next-line no-control-regex
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Puts the replacement character where XML would not be well-formed. */
export const xmlText = (text: string): string => text.replaceAll(illegal, '\uFFFD')
