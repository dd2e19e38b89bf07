import type { BrandData } from '#app/demo/brand'

/**
 * Parts in the car maker's own box. They carry no patterns: their number is the OE number of the
 * car, so any part type a car needs can be theirs.
 */
export const GENUINE_BRANDS: BrandData[] = [
  genuine('renault', 'Renault', 'RENAULT', 'française', '#efdf00', 5),
  genuine('peugeot-citroen', 'Peugeot Citroën', 'PSA', 'française', '#243782', 5),
  genuine('volkswagen', 'Volkswagen', 'VAG', 'allemande', '#001e50', 4),
  genuine('fiat', 'Fiat', 'FIAT', 'italienne', '#96172e', 3),
  genuine('hyundai-kia', 'Hyundai-Kia Mobis', 'MOBIS', 'coréenne', '#002c5f', 5),
  genuine('toyota', 'Toyota', 'TOYOTA', 'japonaise', '#eb0a1e', 4),
  genuine('isuzu', 'Isuzu', 'ISUZU', 'japonaise', '#c8102e', 4),
  genuine('suzuki', 'Suzuki', 'SUZUKI', 'japonaise', '#1b3a8c', 2),
  genuine('nissan', 'Nissan', 'NISSAN', 'japonaise', '#c3002f', 2),
  genuine('ford', 'Ford', 'FORD', 'américaine', '#003478', 2),
  genuine('mercedes-benz', 'Mercedes-Benz', 'MB', 'allemande', '#333333', 1),
]

function genuine(
  slug: string,
  name: string,
  code: string,
  origin: BrandData['origin'],
  colour: string,
  share: BrandData['share']
): BrandData {
  return { slug, name, code, origin, tier: 'genuine', colour, share, makes: {} }
}
