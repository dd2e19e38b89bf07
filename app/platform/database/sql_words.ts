/** Words of our own code as a list in a statement, `'sent', 'confirmed'`: for tables of states, never for what comes from outside. */
export const sqlWords = (words: readonly string[]): string =>
  words.map((word) => `'${word}'`).join(', ')
