export type Origin =
  | 'allemande'
  | 'française'
  | 'italienne'
  | 'espagnole'
  | 'britannique'
  | 'belge'
  | 'suédoise'
  | 'danoise'
  | 'néerlandaise'
  | 'polonaise'
  | 'américaine'
  | 'japonaise'
  | 'coréenne'
  | 'taïwanaise'
  | 'tunisienne'

/** What a brand costs beside the middle of the market. */
export type Tier = 'genuine' | 'premium' | 'standard' | 'budget'

/** A parts brand and the way it numbers each kind of part; see `number_series.ts` for the notation. */
export type BrandData = {
  slug: string
  name: string
  /** Opens the SKUs of the brand. */
  code: string
  origin: Origin
  tier: Tier
  /** Accent of its generated pictures. */
  colour: string
  /** How often a Tunisian counter has it: 1 rarely, 5 always. */
  share: 1 | 2 | 3 | 4 | 5
  /** Everything it sells has been rebuilt. */
  rebuilt?: boolean
  /** The makes of car it covers; all when absent. */
  covers?: string[]
  /**
   * Part type → pattern of its numbers: real shapes, invented digits. `$` stands for the code of the
   * size, `~` for the side (L or R), `&` for the letters of the car's make, `[longueur_mm]` for what
   * the data sheet says.
   */
  makes: Record<string, string | string[]>
}
