/** What a file may cost. A caller that takes files from strangers passes smaller ones. */
export interface Limits {
  /** Bytes after decompression. */
  expandedBytes: number
  /** Bytes after decompression, per byte before. */
  ratio: number
  /** Characters of one row. */
  rowLength: number
  columns: number
}

export const LIMITS: Limits = {
  expandedBytes: 4 * 1024 ** 3,
  ratio: 100,
  rowLength: 1_000_000,
  columns: 2_000,
}

/** Below this, a high ratio is a small and harmless file. */
export const HARMLESS_BYTES = 1024 * 1024
