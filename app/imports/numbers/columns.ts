import { PART_RULES } from '#app/imports/part_identity'
import type { ColumnRule } from '#app/platform/tabular/mapping'

/** Lists whose name says what kind of numbers they hold. */
export const KIND_OF_LIST: [column: string, kind: string][] = [
  ['oe_numbers', 'oe'],
  ['cross_references', 'cross'],
  ['trade_numbers', 'trade'],
  ['supplier_numbers', 'supplier'],
  ['superseded_numbers', 'superseded'],
  ['gtin', 'gtin'],
]

/** Columns of a list of part numbers, and of one of supersessions. */
export const NUMBER_RULES: ColumnRule[] = [
  ...PART_RULES,
  called(
    'kind',
    'type, nature, genre, number type, type de reference, type de numero, type reference, النوع'
  ),
  called(
    'number',
    'numero, numeros, numbers, reference, references, ref, other number, autre reference, الرقم, المرجع'
  ),
  called(
    'owner',
    'proprietaire, constructeur, marque vehicule, make, number owner, marque reference, marque du numero, competitor brand, brand id, الصانع'
  ),
  called('confidence', 'confiance, fiabilite, score, certitude'),
  called(
    'old_number',
    'ancien numero, ancienne reference, ancienne ref, remplace, replaced number, old part number, old reference, superseded number, الرقم القديم'
  ),
  called(
    'new_number',
    'nouveau numero, nouvelle reference, nouvelle ref, remplace par, remplacee par, replaced by, superseded by, new part number, new reference, الرقم الجديد'
  ),
  called(
    'oe_numbers',
    'oe, oem, oe number, oem number, oem numbers, reference oe, references oe, ref oe, reference origine, references d origine, ref origine, numero origine'
  ),
  called(
    'cross_references',
    'cross reference, cross, equivalence, equivalences, references croisees, interchange, correspondances, competitor part number'
  ),
  called('trade_numbers', 'trade number, reference commerciale, references commerciales'),
  called(
    'supplier_numbers',
    'supplier number, supplier reference, ref fournisseur, reference fournisseur, code fournisseur'
  ),
  called('superseded_numbers', 'anciennes references, references remplacees'),
  called('gtin', 'ean, ean13, barcode, code barre, code barres, upc'),
]

/** @param names parted by commas; case, accents and punctuation do not matter */
function called(column: string, names: string): ColumnRule {
  return { column, headers: names.split(',').map((name) => name.trim()) }
}
