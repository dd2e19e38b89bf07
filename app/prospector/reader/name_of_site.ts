import { foldWords } from '#app/platform/text/fold_words'
import { tellingName } from '#app/prospector/duplicates/telling_name'

/** A name that something on a page gives the business, and how much it is to be trusted. */
export interface NameVote {
  name: string
  weight: number
  /** As a logo or a heading shows it, whose words may be set apart by their colours alone. */
  isShown?: boolean
}

const GENERIC = new Set(
  `home page|homepage|page accueil|page acceuil|acceuil|accueil|home|index|contact|contacts|contactez nous|nous contacter|contact us|nous trouver|nos services|services|service|
   a propos|qui sommes nous|about|about us|bienvenue|welcome|nos agences|agences|flotte|produits|nos produits|boutique|shop|menu|mentions legales|site officiel|
   tunisie|tunisia|adresse|telephone|galerie|actualites|blog|news|horaires|plan du site|conditions|liens|siege|nos centres|garage|logo|image|
   الرييسيه|الرئيسيه|رييسيه|اتصل بنا|من نحن|untitled|untitled document|document sans titre|nouvelle page|new page|wordpress|joomla|my site|mon site|coming soon|page not found|404|erreur 404|
   carrosserie|mecanique|auto ecole|taxi|transport|transports|location|location de voiture|location de voitures|location voiture|location voitures|rent a car|car rental|
   pieces auto|piece auto|pieces de rechange|pieces detachees|pieces automobiles|lavage auto|depannage|remorquage|concessionnaire|showroom|accueil bienvenue|nos agences|nos realisations|
   مرحبا بكم|مرحبا|اهلا وسهلا|اهلا بكم|aller au contenu|aller au contenu principal|skip to content|skip to main content|image logo footer|logo footer|footer logo|logo header|header logo|logo site|
   nos coordonnees|coordonnees|informations de contact|contact details|contact info|contact information|notre adresse|our address|siege social|suivez nous|follow us|
   connectez vous|connectez nous|connexion|se connecter|login|sign in|liens utiles|liens rapides|quick links|horaires d ouverture|besoin d aide|my website|website|document|react app|vite app|create next app|
   قطع غيار|كراء السيارات|ميكانيك|مدرسة سياقة|تواصل معنا|تواصلوا معنا|اتصلوا بنا|للتواصل|التواصل معنا|معلومات الاتصال|معلومات التواصل|بيانات الاتصال|العنوان|عنواننا|الهاتف|هاتف|
   موقعنا|خدماتنا|منتجاتنا|تابعونا|روابط سريعة|روابط مفيدة|أوقات العمل|ساعات العمل|الصفحة الرئيسية|جميع الحقوق محفوظة`
    .split('|')
    .map((name) => foldWords(name))
)
/** What stands around a name: `Logo Garage Nour`, `Bienvenue chez Garage Nour`, `Contacter Garage Nour`. */
const AROUND =
  /^(?:logo (?:de |du )?|bienvenue ?(?:!|(?:chez|sur|à|au)(?= ))+ ?|welcome to |contacter |contactez )|[ -]logo$/giu
/** Labels with what they tell, prices, percentages and questions are no names. */
const NO_NAME =
  /^(?:adresse|address|t[ée]l(?:[ée]phone)?|phone|gsm|mobile|fax|e-?mail|horaires?|العنوان|الهاتف|هاتف|الفاكس|البريد الإلكتروني) ?:|^https?:|www\.|@|\d{6,}|(?:\d[ .-]?){8}|[€$?]|\d ?(?:%|dt\b|tnd\b|dinars?\b)/iu
/** `Plus de mille pièces en stock.` is a sentence. */
const SENTENCE = /^(?:\S+ ){4,9}\S+[.!…]$/u
/** How slogans and descriptions begin, and what names do not. */
const SLOGAN =
  /^(?:votre|vos|notre|nos|le |la |les |l['’]|un |une |des |toutes?|tous|bienvenue|welcome|achat|vente|achetez|vendez|louez|rent a|location de|location voiture|reparation|réparation|importateur|distributeur|grossiste|specialiste|spécialiste|concessionnaire|service|showroom|pi[eè]ces|we |your |the |our |call|discover|find |book |explore|enjoy|get |why |how |choose |experience |louer|besoin|prenez|r[ée]servez|appelez|découvrez|livraison|entretien|electricite auto|électricité auto|m[ée]canique (?:g[ée]n[ée]rale|poids lourds?)$|transport de|transport touristique|diagnostic|vulcanisation|minibus|terrassement|بيع|كراء|نقل|إصلاح|انضم |احجز |اكتشف |تواصل |أفضل |نحن )/iu
/** `Magasin de pièces auto` says what somebody does; some are called like that. */
const ALL_TRADE = 0.6
/** `Auto-école à Sfax` tells what and where, as does `Garage Nour à Sfax`. */
const PLACED = / (?:à|in) \p{Lu}/u
const LONGEST = 70
const LONGEST_SENTENCE = 500

/** The parts of a title: `Accueil | Mahdia Motors, concessionnaire`. */
export function titleParts(title: string): string[] {
  return title
    .split(/\s?(?:\||::|•|·|»|«|—|–|\s-{1,3}\s|\s:\s|:\s|,\s|\s\/\s|\.\.\.)\s?/)
    .map((part) => part.trim())
    .filter(Boolean)
}

/** `© 2026 Garage El Amen. Tous droits réservés.` names its owner, as `Garage El Amen © 2026` does. */
export function nameInCopyright(line: string): string | undefined {
  const text = line.replace(/\s+/g, ' ')
  const [, behind] = BEHIND_SIGN.exec(text) ?? []
  const [, before] = BEFORE_SIGN.exec(text) ?? []
  return [behind, before].map((name) => nameOfOwner(name ?? '')).find((name) => name !== undefined)
}

const BEHIND_SIGN =
  /(?:©|\(c\)|copyright) ?(?:© ?)?(?:copyright ?)?(?:\d{4}(?: ?[-–] ?\d{4})?)? ?[-–,:]? ?(?:by |par )?([^.|–—©,·•]{3,60})/iu
const BEFORE_SIGN = /(?:^|[.|–—·•،,] ?)([^.|–—·•،,©]{3,60}?) ?(?:copyright )?© ?\d{4}/iu
const RIGHTS =
  /[ ,–-]{0,3}(?:tous (?:les )?droits|all rights|copyright|(?:جميع|كل|كافة) (?:ال)?حقوق|حقوق النشر).*$/iu

function nameOfOwner(written: string): string | undefined {
  const name = written
    .replace(/\b(?:19|20)\d{2}\b/g, '')
    .replace(RIGHTS, '')
    .trim()
  return /\p{L}{2}/u.test(name) ? name : undefined
}

const NAMED = String.raw`(\p{Lu}[\p{L}\p{N}'’&.-]*(?:\s(?:(?:de|du|des|la|le|les|el|et|&)\s)?[\p{Lu}\p{N}][\p{L}\p{N}'’&.-]*){0,5})`
/** `Bienvenue chez Garage Nour, …`, `Chez Garage Nour, nous …`, `Garage Nour est une entreprise …`. */
const SENTENCES = [
  new RegExp(String.raw`(?:[Bb]ienvenue|[Ww]elcome) (?:chez|à|au|sur|to) ${NAMED}`, 'u'),
  new RegExp(
    String.raw`(?:^|[.!?]\s)(?:Chez|At) ${NAMED}, (?:nous|on|we|votre|chaque|notre)(?!\p{L})`,
    'u'
  ),
  new RegExp(
    String.raw`(?:^|[.!?]\s)${NAMED} (?:est|is) (?:un|une|la|le|l['’]|votre|a|an|your|the) ?(?:société|entreprise|agence|garage|atelier|auto-école|spécialiste|partenaire|company|agency|workshop)(?!\p{L})`,
    'u'
  ),
]

/** The name that a sentence about the business tells. */
export function nameInSentence(line: string): string | undefined {
  const text = line.replace(/\s+/g, ' ').slice(0, LONGEST_SENTENCE)
  for (const sentence of SENTENCES) {
    const [, name] = sentence.exec(text) ?? []
    if (name) return name
  }
  return undefined
}

/**
 * The name that most votes agree on. A vote for `Ulysse Rent a Car Djerba` supports `Ulysse Rent a Car`
 * as well, and the host supports what sounds like it.
 */
export function bestName(votes: NameVote[], host: string | null): string | null {
  const bare = votes
    .map((vote) => ({ ...vote, name: bareName(vote.name) }))
    .filter(({ name }) => isName(name))
  const keys = new Map(bare.map(({ name }) => [together(name), foldWords(name)]))
  const hostKey = host ? hostWords(host) : ''
  const scored = [...keys].map(([glued, key]) => {
    const own = bare.filter(({ name }) => together(name) === glued)
    const agreeing = bare.filter(({ name }) => {
      const other = foldWords(name)
      return (
        together(name) !== glued &&
        (` ${other} `.includes(` ${key} `) || ` ${key} `.includes(` ${other} `))
      )
    })
    const support = sum(own) + sumOfAgreeing(key, agreeing) + soundsLike(key, hostKey)
    const best = bestWritten(own)
    const isSaidOnce = own.length + agreeing.length < 2
    return { name: best.name, score: support * likelihood(best.name, isSaidOnce) }
  })
  return (
    scored
      .filter(({ score }) => score > 0)
      .reduce<{ name: string; score: number } | null>(
        (best, next) => (best && best.score >= next.score ? best : next),
        null
      )?.name ?? null
  )
}

function likelihood(name: string, isSaidOnce: boolean): number {
  if (SLOGAN.test(name)) return isSaidOnce ? 0 : 0.4
  if (PLACED.test(name)) return 0.6
  return tellingName(name).words.length ? 1 : ALL_TRADE
}

const together = (name: string) => foldWords(name).replaceAll(' ', '')

/** `AutoPro` and `Auto Pro` are one name: as most write it, where it is written in plain text. */
function bestWritten(votes: NameVote[]): NameVote {
  const total = ({ name }: NameVote) =>
    sum(votes.filter((vote) => !vote.isShown && foldWords(vote.name) === foldWords(name)))
  return votes.toSorted((one, other) => total(other) - total(one) || other.weight - one.weight)[0]
}

/** `Garage Nour à Gafsa`, `Garage Nour — Vidange` say more of Garage Nour than how it is called. */
const sumOfAgreeing = (key: string, votes: NameVote[]) =>
  votes.reduce((total, { name, weight }) => {
    const longer = foldWords(name)
    const isPlaced =
      longer.startsWith(`${key} `) && /^(?:a|in|en) /.test(longer.slice(key.length + 1))
    const isFirstPart = foldWords(titleParts(name)[0] ?? '') === key
    return total + weight * (isPlaced || isFirstPart ? 0.9 : 0.4)
  }, 0)

const sum = (votes: NameVote[]) => votes.reduce((total, { weight }) => total + weight, 0)

/** Without emojis, quotes and what trails; `®` and the like are no part of a name. */
function bareName(name: string): string {
  return name
    .replace(/[\p{Extended_Pictographic}\ufe0f®™"“”«»]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(AROUND, '')
    .replace(/^[\s:|,.*–-]{1,9}|[\s:|,*–-]{1,9}$/gu, '')
    .trim()
}

function isName(name: string): boolean {
  const folded = foldWords(name)
  return (
    /\p{L}{2}/u.test(name) &&
    name.length <= LONGEST &&
    !GENERIC.has(folded) &&
    !NO_NAME.test(name) &&
    !SENTENCE.test(name) &&
    folded.split(' ').length <= 9
  )
}

const hostWords = (host: string) =>
  (host.replace(/^www\./, '').split('.')[0] ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')

/** Up to 4 when the name is in the host, or the host in the name. */
function soundsLike(key: string, host: string): number {
  const words = key.split(' ').filter((word) => word.length > 2)
  const joined = key.replace(/[^a-z0-9]/g, '')
  if (host.length < 4 || !words.length || joined.length < 4) return 0
  if (joined === host) return 5
  const shared = words.filter((word) => host.includes(word)).join('').length
  return 4 * Math.min(shared / host.length, shared / words.join('').length)
}
