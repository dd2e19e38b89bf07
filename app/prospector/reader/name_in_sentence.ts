const NAMED = String.raw`(\p{Lu}[\p{L}\p{N}'’&.-]*(?:\s(?:(?:de|du|des|la|le|les|el|et|&)\s)?[\p{Lu}\p{N}][\p{L}\p{N}'’&.-]*){0,5})`
const FIRM = String.raw`soci[ée]t[ée]|entreprise|agence|garage|atelier|auto[- ][ée]cole|station|magasin|maison|enseigne|firme|company|agency|workshop`
const BEGIN = String.raw`(?:^|[.!?]\s)`

/** `Bienvenue chez Garage Nour`, `La société Nour est spécialisée …`, `Garage Nour vous accueille …`, `la société « Nour »`. */
const SENTENCES = [
  new RegExp(String.raw`(?:[Bb]ienvenue|[Ww]elcome) (?:chez|à|au|sur|to) ${NAMED}`, 'u'),
  new RegExp(
    String.raw`${BEGIN}(?:Chez|At) ${NAMED}, (?:nous|on|we|votre|chaque|notre)(?!\p{L})`,
    'u'
  ),
  new RegExp(
    String.raw`${BEGIN}${NAMED} (?:est|is) (?:un|une|la|le|l['’]|votre|a|an|your|the) ?(?:société|entreprise|agence|garage|atelier|auto-école|spécialiste|partenaire|company|agency|workshop)(?!\p{L})`,
    'u'
  ),
  new RegExp(
    String.raw`(?:[Ll]a |[Ll]['’]|[Nn]otre )(?:soci[ée]t[ée]|entreprise|firme|enseigne) ${NAMED},? (?:est|a|vous|propose|assure|offre|met|s['’]est|dispose)(?!\p{L})`,
    'u'
  ),
  new RegExp(
    String.raw`${BEGIN}(?:L[ea]s? |L['’])?${NAMED} (?:vous (?:propose|accueille|offre|assure|souhaite|accompagne)(?:nt)?|vous garanti(?:t|ssent)|met(?:tent)? à votre (?:disposition|service)|a (?:été|vu le jour)|est (?:née?|spécialisée?|fondée?|implantée?)|was founded|offers you)(?!\p{L})`,
    'u'
  ),
  new RegExp(
    String.raw`(?:${FIRM}|nom|nomm[ée]e?|appel[ée]e?|شركة|مؤسسة) ?[«"“]\s?([^«»"“”.!?]{3,40}?)\s?[»"”]`,
    'iu'
  ),
]
const LONGEST_SENTENCE = 500

/** The name that a sentence about the business tells. */
export function nameInSentence(line: string): string | undefined {
  const text = line.replace(/\s+/g, ' ').slice(0, LONGEST_SENTENCE)
  for (const sentence of SENTENCES) {
    const [, name] = sentence.exec(text) ?? []
    if (name) return name
  }
  return undefined
}
