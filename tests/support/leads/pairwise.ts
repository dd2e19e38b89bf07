/** How well a partition finds the pairs of the true one. */
export type Pairwise = { precision: number; recall: number; f1: number; pairs: number }

/** @param labels of each item: the group it was put into, and the one that it belongs to */
export function pairwise(labels: { found: number; truth: number }[]): Pairwise {
  const pairsOf = (key: (label: { found: number; truth: number }) => string) => {
    const sizes = new Map<string, number>()
    for (const label of labels) sizes.set(key(label), (sizes.get(key(label)) ?? 0) + 1)
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  }
  const right = pairsOf(({ found, truth }) => `${found} ${truth}`)
  const found = pairsOf((label) => String(label.found))
  const pairs = pairsOf((label) => String(label.truth))
  const [precision, recall] = [found ? right / found : 1, pairs ? right / pairs : 1]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), pairs }
}
