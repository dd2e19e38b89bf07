import { decodeSafely } from '#app/prospector/reader/phones_in_text'
import { foldWords } from '#app/platform/text/fold_words'

/** A page that may be asked for, and how much it promises. */
export interface Candidate {
  url: string
  promise: number
}

const CONTACT =
  /contact|contactez|nous-?trouver|nous-?joindre|joindre|coordonnees|acces|find-?us|reach-?us|اتصل|اتصال|تواصل/
const ABOUT =
  /a-?propos|about|qui-?sommes|mentions|legal|entreprise|societe|presentation|agences?|magasins?|points?-de-vente|locations?|reseau|من نحن|حول/
const SHELF = /produit|product|boutique|shop|catalog|piece|article|reference/
const FILE =
  /\.(?:jpe?g|png|gif|webp|svg|ico|pdf|docx?|xlsx?|zip|rar|mp[34]|avi|css|js|json|xml|gz|rss|atom|woff2?)$/i
/** Where programs lose their way, and where they have no business. */
const MAZE =
  /calend|agenda|[?&](?:date|day|month|year|sort|order|filter|replytocom|add-to-cart|session|sid|utm_\w+)=|\/(?:cart|panier|checkout|login|connexion|wp-admin|wp-login|wp-json|feed|tag|author|search|compte|account)(?:\/|$|\?)|\/(?:19|20)\d\d\/\d\d/i
const MOST_OF_A_KIND = 4
const MOST_WITH_QUERY = 4
const LONGEST_ADDRESS = 500

/**
 * The pages of a site in the order in which they are worth asking for: contacts, then who it is, then
 * what it sells. No more than a few that are alike but for numbers: calendars have no end.
 */
export class PageChoice {
  readonly #seen = new Set<string>()
  readonly #kinds = new Map<string, number>()
  #queries = 0
  #waiting: Candidate[] = []

  constructor(private readonly isOwn: (host: string) => boolean) {}

  /** @param text of the link, where there was one */
  offer(address: string, text = ''): void {
    const url = URL.parse(address)
    if (!url || !/^https?:$/.test(url.protocol) || !this.isOwn(url.hostname)) return
    url.hash = ''
    const key = url.href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
    const path = url.pathname + url.search
    if (
      this.#seen.has(key) ||
      url.href.length > LONGEST_ADDRESS ||
      FILE.test(url.pathname) ||
      MAZE.test(path)
    )
      return
    this.#seen.add(key)
    const promise = promiseOf(url, text)
    if (this.#isOneTooMany(url)) return
    this.#waiting.push({ url: url.href, promise })
  }

  /** What has come in as this address need not be asked for again. */
  seen(address: string): void {
    const url = URL.parse(address)
    if (!url) return
    url.hash = ''
    this.#seen.add(url.href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, ''))
  }

  next(): Candidate | undefined {
    const best = this.#waiting.reduce<Candidate | undefined>(
      (found, each) => (found && found.promise >= each.promise ? found : each),
      undefined
    )
    this.#waiting = this.#waiting.filter((each) => each !== best)
    return best
  }

  get hasContact(): boolean {
    return [...this.#seen].some((key) => CONTACT.test(wordsOf(key)))
  }

  #isOneTooMany(url: URL): boolean {
    if (url.search && ++this.#queries > MOST_WITH_QUERY) return true
    const path = url.pathname.replace(/\d+/g, '#')
    const shelf = path.slice(0, path.lastIndexOf('/') + 1)
    const kind = path.slice(shelf.length).includes('#') ? `${shelf}#` : path
    const alike = (this.#kinds.get(kind) ?? 0) + 1
    this.#kinds.set(kind, alike)
    return kind.includes('#') && alike > (SHELF.test(kind) ? MOST_OF_A_KIND * 3 : MOST_OF_A_KIND)
  }
}

function promiseOf({ pathname, search }: URL, text: string): number {
  const words = `${wordsOf(pathname + search)} ${foldWords(text.slice(0, 100)).replaceAll(' ', '-')}`
  const depth = pathname.split('/').length
  if (CONTACT.test(words)) return 100 - depth
  if (ABOUT.test(words)) return 60 - depth
  if (SHELF.test(words)) return 30 - depth
  return 10 - depth
}

const wordsOf = (path: string) =>
  decodeSafely(path)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
