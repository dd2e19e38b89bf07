import { RowRejected } from '#app/imports/import_target'
import { knownWord } from '#app/imports/vehicles/known_word'

/** Kinds of numbers, in the words of lists; folded. */
const KIND_WORDS = {
  own: ['interne', 'propre', 'sku', 'reference interne', 'ref interne', 'داخلي'],
  mpn: [
    'fabricant',
    'ref fabricant',
    'reference fabricant',
    'manufacturer',
    'equipementier',
    'الشركة المصنعة',
  ],
  oe: [
    'oem',
    'origine',
    'original',
    'd origine',
    'reference origine',
    'reference d origine',
    'ref origine',
    'constructeur',
    'اصلي',
  ],
  cross: [
    'equivalence',
    'equivalent',
    'croisee',
    'reference croisee',
    'correspondance',
    'interchange',
    'competitor',
    'comparable',
    'cross reference',
    'معادل',
  ],
  trade: ['commerciale', 'commercial', 'reference commerciale', 'trade number', 'تجاري'],
  gtin: ['ean', 'ean13', 'upc', 'barcode', 'code barre', 'code barres', 'باركود'],
  supplier: ['fournisseur', 'ref fournisseur', 'reference fournisseur', 'مورد'],
  superseded: [
    'remplace',
    'remplacee',
    'ancienne',
    'ancien',
    'ancienne reference',
    'obsolete',
    'replaced',
    'old',
    'قديم',
  ],
} as const satisfies Record<string, string[]>

/** Throws `RowRejected`. */
export function numberKind(text: string): string {
  const kind = knownWord(text, KIND_WORDS)
  if (kind) return kind
  throw new RowRejected(`kind: «${text}» is not one of ${Object.keys(KIND_WORDS).join(', ')}`)
}
