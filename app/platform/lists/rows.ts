/** How many rows of a list there are at a time for whoever does not say how many. */
export const ROWS = 24
