/** Fewer letters of a sound say too little: «rli» is half of everything. */
const SHORTEST = 3
/** Without vowels a word is known by so many letters. */
const MOST_TELLING = { latin: 5, arabic: 4 }

/** What sounds alike in Tunis, French or Tunisian in Latin letters: `p` is `b`, `9` is `k`, `eau` is `ou`. In turn. */
const LATIN: [RegExp, string][] = [
  [/ph/g, 'f'],
  [/tch|sch|sh|ch/g, '$'],
  [/c(?=[eiy])|z/g, 's'],
  [/g(?=[eiy])/g, 'j'],
  [/qu|[ckqg59]/g, 'k'],
  [/6/g, 't'],
  [/[h2378]/g, ''],
  [/p/g, 'b'],
  [/(?<=.{3})(?:ouet|ouat|[wyi]?[ae]t)$/, ''],
  [/(?:es|[ea])$/, ''],
  [/(.)\1+/g, '$1'],
  [/[sx]$/, ''],
  [/x/g, 'ks'],
  [/ier$/, 'i'],
  [/(?<=r)[td]$/, ''],
  [/[aeo]u?[nm](?![aeiouyw])/g, 'An'],
  [/oeu|eau|au|eu|oo|ou|[ouw]/g, 'u'],
  [/ai|ei|ay|ey|[eiy]/g, 'i'],
  [/(.)\1+/g, '$1'],
]
/** The same for Arabic letters, of which dialects and newcomers take one for another. */
const ARABIC: [RegExp, string][] = [
  [/(?<=.{3})(?:ات|ين)$/, ''],
  [/[قغجڨگ]/g, 'ك'],
  [/ص/g, 'س'],
  [/[طث]/g, 'ت'],
  [/[ضظذ]/g, 'د'],
  [/[ڤپ]/g, 'ف'],
  [/[ؤئء]/g, ''],
  [/ن(?=[بف])/g, 'م'],
  [/(.)\1+/g, '$1'],
  [/[هاي]$/, ''],
]
const VOWELS = { latin: /(?!^)[Aaiu]/g, arabic: /(?!^)[اوي]/g }

/**
 * How a word sounds, the surest first: with its vowels, and by its consonants when those tell enough. `koulass` and
 * `culasse` sound alike, `سقمان` and `سيقمون`, too.
 */
export function soundsOf(word: string): string[] {
  const script = /[ء-ي]/.test(word) ? 'arabic' : 'latin'
  const rules = script === 'arabic' ? ARABIC : LATIN
  const full = rules.reduce((sound, [heard, letter]) => sound.replace(heard, letter), word)
  const bare = full.replace(VOWELS[script], '')
  return [
    ...(full.length >= SHORTEST ? [full] : []),
    ...(bare.length >= MOST_TELLING[script] ? [`-${bare}`] : []),
  ]
}
