import type { Movement, Sale, StockLevel } from '#app/demo/demo_product'
import { DAY } from '#app/demo/price_history'
import type { Random } from '#app/demo/random'

/** The books are kept since the last stock-taking, this many days ago. */
const BOOKED_DAYS = 90
const OPENING_HOUR = 8 * 3_600_000

type Stock = { levels: StockLevel[]; movements: Movement[] }

/**
 * Stock of the two places with the movements that led to it: counted 90 days ago, received, sold.
 * What is on hand is the sum of the movements, and no sum on the way is negative.
 */
export function stockOf(
  { perDay, quantities, sales, today }: StockFacts,
  onSale: boolean,
  random: Random
): Stock {
  if (!onSale) return { levels: [], movements: [] }
  const mean = quantities.reduce((sum, quantity) => sum + quantity, 0) / quantities.length
  const monthly = perDay * 30 * mean
  const since = new Date(Math.floor(today.getTime() / DAY - BOOKED_DAYS) * DAY)
  const booked = sales.filter(({ day }) => day > since)
  const inShop = monthly > 0.6 || random.chance(0.35)
  const empty = random.chance(0.1)
  const low = Math.max(1, Math.min(12, Math.round(monthly / 2)))

  const depot = place(
    'depot',
    empty ? 0 : random.poisson(1.8 + monthly * 1.5),
    low,
    inShop ? [] : booked
  )
  if (!inShop) return book([depot], since, random)
  const shop = place('boutique', empty ? 0 : random.poisson(0.9 + monthly * 0.8), low, booked)
  return book([depot, shop], since, random)
}

type StockFacts = { perDay: number; quantities: number[]; sales: Sale[]; today: Date }

type Place = { level: StockLevel; sales: Sale[] }

function place(location: string, onHand: number, lowStockAt: number, sales: Sale[]): Place {
  return { level: { location, onHand, lowStockAt }, sales }
}

function book(places: Place[], since: Date, random: Random): Stock {
  return {
    levels: places.map(({ level }) => level),
    movements: places.flatMap((each) => movementsOf(each, since, random)),
  }
}

/** Received at most what is left, so that the opening count covers every sale. */
function movementsOf({ level, sales }: Place, since: Date, random: Random): Movement[] {
  const { location, onHand } = level
  const sold = sales.reduce((sum, { quantity }) => sum + quantity, 0)
  const received = random.chance(0.5) ? random.integer(0, onHand) : 0
  const movements: Movement[] = [
    entry(location, onHand + sold - received, 'opening', 'Inventaire', since.getTime()),
    entry(
      location,
      received,
      'receipt',
      `BR-${random.integer(10_000, 99_999)}`,
      since.getTime() + random.integer(1, BOOKED_DAYS - 2) * DAY
    ),
    ...sales.map(({ quantity, document, day }) =>
      entry(location, -quantity, 'sale', document, day.getTime() + random.integer(1, 9) * 3_600_000)
    ),
  ]
  return movements
    .filter(({ quantity }) => quantity !== 0)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

function entry(
  location: string,
  quantity: number,
  cause: Movement['cause'],
  reference: string,
  midnight: number
): Movement {
  return { location, quantity, cause, reference, at: new Date(midnight + OPENING_HOUR) }
}
