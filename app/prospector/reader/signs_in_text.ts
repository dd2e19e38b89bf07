/** What hints at the size of a business. */
export interface Signs {
  reviews?: number
  sites?: number
  vehicles?: number
  closed?: boolean
}

const VEHICLES =
  /(\d{1,4})\s+(?:v[ée]hicules?|voitures?|camions?|autocars?|bus|minibus|ambulances?|taxis?|vehicles|cars|trucks|شاحنة|سيارة|حافلة)/iu
const FLEET = /parc|flotte|fleet|compte|camions|plus de|أسطول|اسطول|dispose/iu
const SITES =
  /(\d{1,3})\s+(?:agences|succursales|magasins|points de vente|centres|ateliers|branches)\b/iu
const CLOSED =
  /d[ée]finitivement ferm[ée]|ferm[ée] d[ée]finitivement|permanently closed|مغلق نهائيا/iu
const MOST = 2_000

/** Signs in the lines of a page; the greatest figures count. */
export function signsInLines(lines: string[]): Signs {
  const signs: Signs = {}
  for (const line of lines) {
    const [, vehicles] = (FLEET.test(line) && VEHICLES.exec(line)) || []
    const [, sites] = SITES.exec(line) ?? []
    signs.vehicles = greatest(signs.vehicles, vehicles)
    signs.sites = greatest(signs.sites, sites)
    if (CLOSED.test(line)) signs.closed = true
  }
  return known(signs)
}

/** The greatest figures of several pages. */
export function joinSigns(all: Signs[]): Signs {
  return known({
    reviews: greatest(...all.map(({ reviews }) => reviews)),
    sites: greatest(...all.map(({ sites }) => sites)),
    vehicles: greatest(...all.map(({ vehicles }) => vehicles)),
    closed: all.some(({ closed }) => closed) || undefined,
  })
}

function greatest(...figures: (number | string | undefined)[]): number | undefined {
  const usable = figures
    .filter((figure) => figure !== undefined)
    .map(Number)
    .filter((figure) => figure > 0 && figure <= MOST)
  return usable.length ? Math.max(...usable) : undefined
}

const known = (signs: Signs): Signs =>
  Object.fromEntries(Object.entries(signs).filter(([, value]) => value !== undefined))
