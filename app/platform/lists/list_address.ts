type Changes = Record<string, string | string[] | undefined>

/**
 * Makes addresses of the same list with something changed; `undefined` leaves a parameter out. A change
 * begins at the first page again, unless it is the page.
 */
export function listAddress(path: string, search: string) {
  return (changes: Changes = {}): string => {
    const query = new URLSearchParams(search)
    query.delete('cursor')
    for (const [name, value] of Object.entries(changes)) {
      query.delete(name)
      if (value !== undefined && value.length > 0) query.set(name, String(value))
    }
    const text = query.toString()
    return text ? `${path}?${text}` : path
  }
}
