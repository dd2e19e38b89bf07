import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { foldWords } from '#app/platform/text/fold_words'
import { indexTerm } from '#app/search/index/index_term'

/** Words as written and as compared. */
const FOLDED: [written: string, folded: string][] = [
  ['Démarreur', 'demarreur'],
  ["Kit d'embrayage", 'kit embrayage'],
  ['l’huile 5W-30, 1,5 L', 'huile 5w 30 1.5 l'],
  ['Cœur ÉTANCHE', 'coeur etanche'],
  ['2.0 HDi.', '2.0 hdi'],
  ['a.b.c', 'a b c'],
  ['  filtre   à  huile ', 'filtre a huile'],
  ['أَمبرياج', 'امبرياج'],
  ['الفرامل', 'فرامل'],
  ['والفلتر', 'فلتر'],
  ['للسيارة', 'سياره'],
  ['مصفى', 'مصفي'],
  ['مؤشر', 'موشر'],
  ['رئيسية', 'رييسيه'],
  ['فلـــتر', 'فلتر'],
  ['٢٠٥/٥٥', '205 55'],
  ['۴x۴', '4x4'],
  ['ﻓﻠﺘﺮ', 'فلتر'],
  ['!?*', ''],
  ['…', ''],
  ['. .,.', ''],
  ['1,5... ou 1..6', '1.5 ou 1 6'],
  ["aujourd'hui", 'aujourd hui'],
]

const TERMS: [word: string, term: string | null][] = [
  ['plaquettes', 'plaquette'],
  ['frein', 'frein'],
  ['batteries', 'battery'],
  ['batterie', 'battery'],
  ['bougies', 'bougy'],
  ['feux', 'feu'],
  ['pneus', 'pneu'],
  ['glass', 'glass'],
  ['6s', '6s'],
  ['e46s', 'e46s'],
  ['de', null],
  ['من', null],
  ['فلتر', 'فلتر'],
  ['bus', 'bus'],
  ['هواء', 'هوا'],
  ['ماء', 'ما'],
  ['ما', 'ما'],
  ['ضوء', 'ضو'],
  ['ءء', 'ءء'],
  ['مساعدات', 'مساعد'],
  ['مساعده', 'مساعد'],
  ['مساعد', 'مساعد'],
  ['خلفيه', 'خلفي'],
  ['مياه', 'ميا'],
  ['وجه', 'وجه'],
  ['قات', 'قات'],
  ['متاع', null],
  ['mta3', null],
  ['mte3', null],
  ['taa', null],
  ['el', null],
  ['l', 'l'],
]

test.group('Words in TypeScript and in SQL', () => {
  test('are folded alike', async ({ assert }) => {
    const written = FOLDED.map(([word]) => word)
    const rows = await sql<{ folded: string }>(
      `select fold_words(w) as folded from unnest($1::text[]) with ordinality t (w, place) order by place`,
      [written]
    )
    const expected = FOLDED.map(([, folded]) => folded)
    assert.deepEqual(written.map(foldWords), expected)
    assert.deepEqual(
      rows.map(({ folded }) => folded),
      expected
    )
  })

  test('are indexed alike', async ({ assert }) => {
    const words = TERMS.map(([word]) => word)
    const rows = await sql<{ term: string | null }>(
      `select index_term(w) as term from unnest($1::text[]) with ordinality t (w, place) order by place`,
      [words]
    )
    const expected = TERMS.map(([, term]) => term)
    assert.deepEqual(words.map(indexTerm), expected)
    assert.deepEqual(
      rows.map(({ term }) => term),
      expected
    )
  })
})
