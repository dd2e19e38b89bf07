import { test } from '@japa/runner'
import { KnownWords } from '#app/search/understanding/known_words'
import { soundsOf } from '#app/search/understanding/sound'

test.group('How words sound', () => {
  test('spellings of one word share a sound', ({ assert }) => {
    const alike = [
      ['culasse', 'koulass', 'kulas'],
      ['courroie', 'corroi'],
      ['compresseur', 'comprisor', 'konpressor'],
      ['prechauffage', 'brichofage'],
      ['filtre', 'philtre', 'filtr'],
      ['boulon', 'bolonet'],
      ['3ajla', 'ajla'],
      ['سيقمون', 'سيغمون', 'سقمان'],
      ['قالي', 'غالي', 'جالي'],
      ['امبوله', 'انبوله'],
    ]
    for (const [word, ...spellings] of alike) {
      for (const spelling of spellings) {
        const heard = soundsOf(spelling).filter((sound) => soundsOf(word).includes(sound))
        assert.isNotEmpty(heard, `${word} ${spelling}`)
      }
    }
  })

  test('parts that are told apart by little have sounds of their own', ({ assert }) => {
    const apart = [
      ['support', 'super'],
      ['tige', 'tire'],
      ['biellette', 'bielle'],
      ['filtre', 'vitre'],
      ['galet', 'calot'],
    ]
    for (const [one, other] of apart) {
      const shared = soundsOf(one).filter((sound) => soundsOf(other).includes(sound))
      assert.deepEqual(shared, [], `${one} ${other}`)
    }
  })
})

test.group('Known words', () => {
  const words = (...names: string[]) => {
    const known = new KnownWords()
    for (const name of names) known.add(name, 'name')
    return known
  }

  test('a word is measured as it is written, not without its ending', ({ assert }) => {
    const known = words('batterie', 'baterya')
    assert.equal(known.correct('baterie'), 'batterie')
    assert.equal(known.correct('bateries'), 'batterie')
  })

  test('a part is never taken for what it is like', ({ assert }) => {
    const known = words('sipor')
    known.add('super', 'likeness')
    known.add('essence', 'likeness')
    assert.equal(known.correct('supor'), 'sipor')
    assert.isUndefined(known.correct('supar'))
    assert.equal(known.correct('essense'), 'essence')
  })

  test('what is heard goes before what is mistyped, a name before a word of one', ({ assert }) => {
    const known = words('poulie', 'bouji', 'rotule')
    known.add('rotor', 'word')
    assert.equal(known.correct('bouli'), 'poulie')
    assert.equal(known.correct('roture'), 'rotule')
  })

  test('figures are no typing errors', ({ assert }) => {
    const known = words('9odem', 'c4picasso', 'kodem')
    assert.isUndefined(known.correct('c5picasso'))
    assert.equal(known.correct('9odam'), '9odem')
  })
})
