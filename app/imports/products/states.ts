import type { Fields } from '#app/imports/files/fields'
import { oneOf, yesOrNo } from '#app/imports/files/values'

const STATUSES = {
  active: [
    '1',
    'actif',
    'active',
    'published',
    'publie',
    'enabled',
    'true',
    'yes',
    'oui',
    'visible',
    'en ligne',
    'نشط',
  ],
  draft: ['0', 'brouillon', 'proposed', 'unpublished', 'false', 'no', 'non', 'pending', 'مسودة'],
  archived: [
    '-1',
    'archive',
    'archivee',
    'inactif',
    'inactive',
    'disabled',
    'discontinued',
    'rejected',
    'مؤرشف',
  ],
}

const QUALITIES = {
  oe: ['origine', 'genuine', 'original', 'oe origine'],
  oem: ['premiere monte', 'equipementier'],
  aftermarket: ['adaptable', 'new', 'neuf', 'neuve', 'qualite equivalente'],
  remanufactured: ['refurbished', 'reconditionne', 'echange standard', 'rebuilt'],
  used: ['occasion', 'second hand', 'usage'],
}

export function statusOf(fields: Fields) {
  const status = fields.cell('status')
  if (status !== undefined) return oneOf('status', status, STATUSES)
  return flag(fields, 'published') === false ? 'draft' : undefined
}

/** Shops say in what state an article is: words that say nothing about quality are left out. */
export function qualityOf(fields: Fields) {
  const quality = fields.cell('quality')
  if (quality !== undefined) return oneOf('quality', quality, QUALITIES)
  const condition = fields.text('condition')?.toLowerCase() ?? ''
  if (QUALITIES.used.includes(condition) || condition === 'used') return 'used'
  return QUALITIES.remanufactured.includes(condition) ? 'remanufactured' : undefined
}

export function flag(fields: Fields, column: string): boolean | undefined {
  const cell = fields.cell(column)
  return cell === undefined ? undefined : yesOrNo(column, cell)
}
