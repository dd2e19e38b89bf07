/** What quantities of a part are counted in: its mean size of a sale, or pieces. */
export type Unit = 'size' | 'piece'

/** How targets are told in a unit. */
interface Counting {
  /** Targets are whole numbers: so many of them make one unit. */
  grains: number
  /** A forest tells targets apart by how many of these they exceed. */
  thresholds: number[]
  /** Highest target of each rung of a ladder; the last rung has no end. */
  tops: number[]
}

/** Targets beyond this one count as this one. */
export const TOP = 1_023
/** Where a sale is of more pieces than this on average, a part of it counts as a piece. */
const FEW_PIECES = 16

export const UNITS: Record<Unit, Counting> = {
  size: {
    grains: 8,
    thresholds: [0, 4, 8, 12, 20, 40],
    tops: [
      0, 2, 4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 128, 160, 200, 256,
      320, 400, 512, 640, 800,
    ],
  },
  piece: {
    grains: 1,
    thresholds: [0, 1, 2, 4, 8, 16],
    tops: [
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 128,
      160, 200, 256, 320, 400, 512, 640, 800,
    ],
  },
}

/** Pieces in one unit of a part whose sales are of `size` pieces on average. */
export function piecesIn(unit: Unit, size: number): number {
  return unit === 'size' ? size : Math.max(1, size / FEW_PIECES)
}

/** The target that so many pieces are. */
export function toTarget(pieces: number, unit: Unit, scale: number): number {
  return Math.min(TOP, Math.round((UNITS[unit].grains * pieces) / scale))
}

/** The pieces that a target stands for. */
export function toPieces(target: number, unit: Unit, scale: number): number {
  return (target * scale) / UNITS[unit].grains
}
