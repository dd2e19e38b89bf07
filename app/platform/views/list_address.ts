/** The address of a list with its filters, and of the page behind `cursor`. */
export function listAddress(
  path: string,
  filters: Record<string, string | number | undefined>,
  cursor?: string
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filters, cursor })) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  return query.size > 0 ? `${path}?${query.toString()}` : path
}
