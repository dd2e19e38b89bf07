import type { ColumnRule } from '#app/platform/tabular/mapping'

/** Columns of a list of businesses, and what address books, registers and salespeople call them. */
export const LEAD_RULES: ColumnRule[] = [
  {
    column: 'name',
    headers: [
      'nom',
      'raison sociale',
      'societe',
      'entreprise',
      'etablissement',
      'company',
      'business',
      'الاسم',
    ],
  },
  { column: 'segment', headers: ['activite', 'categorie', 'secteur', 'type', 'trade', 'النشاط'] },
  { column: 'phone', headers: ['telephone', 'tel', 'mobile', 'gsm', 'phone', 'الهاتف'] },
  { column: 'phone_2', headers: ['telephone 2', 'tel 2', 'mobile 2', 'fixe', 'phone 2'] },
  { column: 'email', headers: ['e-mail', 'mail', 'courriel', 'adresse mail', 'البريد'] },
  { column: 'website', headers: ['site', 'site web', 'web', 'url', 'الموقع'] },
  { column: 'address', headers: ['adresse', 'rue', 'العنوان'] },
  { column: 'governorate', headers: ['gouvernorat', 'region', 'الولاية'] },
  { column: 'delegation', headers: ['ville', 'city', 'المعتمدية'] },
  {
    column: 'tax_id',
    headers: [
      'matricule fiscal',
      'matricule',
      'mf',
      'identifiant fiscal',
      'tax id',
      'المعرف الجبائي',
    ],
  },
]
