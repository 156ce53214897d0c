/** How long and in how much memory a document may be read, and how many at once; more than `waiting` others are turned away. */
export const readLimits = { milliseconds: 5_000, megabytes: 256, atOnce: 2, waiting: 8 }
