/** The leaf categories of the bench's catalogue, as its slugs write them: what facets are counted for. */
const LEAVES = [
  'freinage-disques-et-plaquettes-plaquette-de-frein',
  'freinage-disques-et-plaquettes-disque-de-frein',
  'filtration-filtres-moteur-filtre-a-huile',
  'filtration-filtres-moteur-filtre-a-air',
  'moteur-distribution-kit-de-distribution',
  'moteur-refroidissement-pompe-a-eau',
  'electricite-demarrage-batterie',
  'electricite-charge-alternateur',
  'transmission-embrayage-kit-d-embrayage',
  'transmission-roulements-roulement-de-roue',
]

/** The searches of the harness are words; every one stands for one of these categories. */
export function categoryFor(words) {
  const sum = [...words].reduce((total, letter) => total + letter.codePointAt(0), 0)
  return LEAVES[sum % LEAVES.length]
}
