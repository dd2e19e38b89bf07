/** Parts a list inside a cell at `|`; `\|` is a `|` of the item. Empty items are left out. */
export function splitList(text: string, separator = '|'): string[] {
  const items = ['']
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\' && i + 1 < text.length && /[\\|]/.test(text[i + 1]))
      items[items.length - 1] += text[++i]
    else if (text[i] === separator) items.push('')
    else items[items.length - 1] += text[i]
  }
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

/** Undoes `splitList`. */
export function joinList(items: string[]): string {
  return items.map(escapeItem).join('|')
}

function escapeItem(item: string): string {
  return item.replaceAll('\\', '\\\\').replaceAll('|', '\\|')
}
