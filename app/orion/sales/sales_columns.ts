import { PART_RULES } from '#app/imports/part_identity'
import type { ColumnRule } from '#app/platform/tabular/mapping'

/** Columns of a list of sales, and what cash registers and invoicing programs call them. */
export const SALES_RULES: ColumnRule[] = [
  ...PART_RULES,
  {
    column: 'date',
    headers: ['jour', 'date vente', 'date de vente', 'date facture', 'sold on', 'day', 'التاريخ'],
  },
  {
    column: 'quantity',
    headers: ['quantite', 'qte', 'qty', 'quantite vendue', 'units', 'pieces', 'الكمية'],
  },
  {
    column: 'unit_price',
    headers: ['prix unitaire', 'pu', 'pu ttc', 'prix', 'price', 'prix vente', 'السعر'],
  },
  {
    column: 'document',
    headers: [
      'facture',
      'numero facture',
      'invoice',
      'ticket',
      'piece comptable',
      'bl',
      'الفاتورة',
    ],
  },
]
