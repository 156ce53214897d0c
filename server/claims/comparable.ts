/** The form in which names, roles, tags and statements are compared: NFKC, lower case, white space collapsed. */
export const comparable = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
