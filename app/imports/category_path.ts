import { slugify } from '#app/catalogue/products/product_slug'

/** Every level from the root on: its whole address, and its name. */
export type StagedPath = [slug: string, name: string][]

/** Roots that shops have and customers never see. */
const INVISIBLE_ROOTS = ['home', 'accueil', 'root', 'racine', 'all', 'default-category']

/** `Freinage > Plaquettes de frein` as addresses and names. Undefined when nothing of it is a name. */
export function pathOf(text: string, levels = /->|[>»]/): StagedPath | undefined {
  const names = text
    .split(levels)
    .map((name) => name.trim())
    .filter((name) => slugify(name) !== '')
  if (names.length > 1 && isInvisibleRoot(names[0])) names.shift()
  let slug = ''
  const path = names.map((name): [string, string] => {
    slug = slug ? `${slug}/${slugify(name)}` : slugify(name)
    return [slug, name]
  })
  return path.length ? path : undefined
}

/** The most telling of several paths: the deepest, a shop's invisible root last. */
export function bestPath(paths: (StagedPath | undefined)[]): StagedPath | undefined {
  const real = paths.filter((path): path is StagedPath => path !== undefined)
  const weight = (path: StagedPath) => (isInvisibleRoot(path[0][1]) ? 0 : path.length)
  return real.reduce<StagedPath | undefined>(
    (best, path) => (best && weight(best) >= weight(path) ? best : path),
    undefined
  )
}

/** PrestaShop hangs everything under "Home". */
export function isInvisibleRoot(name: string): boolean {
  return INVISIBLE_ROOTS.includes(slugify(name))
}
