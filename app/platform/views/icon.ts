import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = join(
  dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')),
  'icons'
)
const icons = new Map<string, string>()

/** A Lucide icon as inline SVG, hidden from screen readers. Throws for a name that does not exist. */
export function icon(name: string, classes = ''): string {
  let drawing = icons.get(name)
  if (!drawing) {
    const source = readFileSync(join(folder, `${name}.svg`), 'utf8')
    drawing = source.slice(
      source.indexOf('>', source.indexOf('<svg')) + 1,
      source.lastIndexOf('</svg>')
    )
    icons.set(name, drawing.trim())
  }
  return `<svg class="icon ${classes}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${icons.get(name)}</svg>`
}
