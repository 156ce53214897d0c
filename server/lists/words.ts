/** How long the name of a saved list can be, in UTF-16 code units. */
export const longestName = 80
