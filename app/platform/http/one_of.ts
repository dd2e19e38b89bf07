/** The last word of an address, of a few that there are: any other is an address that there is not, 404. */
export const oneOf = (words: readonly string[]) => new RegExp(`^(?:${words.join('|')})$`)
