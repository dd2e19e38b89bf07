import { Parser } from 'htmlparser2'
import { decodeCloudflareEmail } from '#app/prospector/reader/cloudflare_email'
import { decoded } from '#app/prospector/reader/decoded'
import { parseJsonLd } from '#app/prospector/reader/json_ld'
import { Microdata, type Node } from '#app/prospector/reader/microdata'
import type { Line, Link, Logo, PageContent } from '#app/prospector/reader/page_content'
import { tidy } from '#app/prospector/reader/tidy'

const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'noframes',
  'svg',
  'option',
  'textarea',
])
const BLOCKS = new Set(
  `address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section select table tbody tfoot thead title tr ul button`.split(
    /\s+/
  )
)
/** Stand beside what comes before them. */
const CELLS = new Set(['td', 'th', 'dd'])
/** Classes of logos, not those of colours (`text-brand`) nor of the logos of partners. */
const BRAND =
  /(?:^|\s)(?:(?:(?:site|header|main|nav|navbar|footer|custom|mobile|top|company|app|img)[-_]{1,2})?(?:logo|branding)(?:[-_]{1,2}(?:text|name|title|link|img|image))?|(?:navbar[-_])?brand(?:[-_](?:name|text|title|logo|link))?|site[-_](?:title|name))(?=\s|$)/i
/** The head of a page, where its own logo is. */
const TOP =
  /(?:^|[\s_-])(?:header|masthead|navbar|topbar|entete|branding)(?=[\s_-]|$)|(?:^|\s)top(?=\s|$)/i
/** Icons whose text is the name of a picture. */
const ICON_FONT = /(?:^|\s)material-(?:icons|symbols)/i
const PICTURED: [name: RegExp, shown: string][] = [
  [/^(?:(?:add_|perm_)?(?:call|phone)(?:_\w*)?|smartphone)$/i, ' ☎ '],
  [/^(?:fax|print)$/i, ' fax '],
]
const PHONE_ICON = /(?:^|[\s-])(?:phone|tel|telephone|mobile|whatsapp)\b/i
const FAX_ICON = /\bfax\b|(?:fa|bi|bx|icon|lucide|mdi|ti)-print(?:er)?(?![\w-])/i
const ICONS = new Set(['i', 'em', 'svg'])
const FEED_CHARACTERS = 16_384
const DEEPEST = 1_000
const MOST_LINES = 20_000
const LONGEST_LINE = 5_000
const LONGEST_NOTE = 1_000
const LONGEST_HREF = 2_000
const LITTLE_TEXT = 160
/** Seconds. */
const LONGEST_WAIT = 15
const MOST_SCRIPT_DATA = 512 * 1024

/**
 * Reads a page in one pass, in memory that its size bounds, whatever it nests: pages are written by
 * strangers. Never throws for what a page says.
 */
export function readContent(html: string): PageContent {
  const builder = new ContentBuilder()
  const parser = new Parser(builder.handler, { lowerCaseTags: true, decodeEntities: true })
  for (let at = 0; at < html.length && !builder.isCut; at += FEED_CHARACTERS) {
    parser.write(html.slice(at, at + FEED_CHARACTERS))
  }
  if (!builder.isCut) parser.end()
  return builder.finish()
}

/** `0; url=accueil.php`: where a page leads within some seconds. */
function refreshOf(content: string): string | null {
  const [, seconds, target] =
    /^\s*(\d{1,3})[^;,]*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(content) ?? []
  return target && Number(seconds) <= LONGEST_WAIT ? target.trim().slice(0, LONGEST_HREF) : null
}

class ContentBuilder {
  isCut = false
  readonly #metas = new Map<string, string>()
  readonly #lines: Line[] = []
  readonly #links: Link[] = []
  readonly #frames: string[] = []
  readonly #logos: Logo[] = []
  readonly #parts: string[] = []
  #refresh: string | null = null
  readonly #hiddenEmails: string[] = []
  readonly #data: Node[] = []
  readonly #microdata = new Microdata()
  readonly #open: {
    name: string
    isBrand: boolean
    isUnseen: boolean
    isIcon: boolean
    isTop: boolean
  }[] = []
  #title = ''
  /** The first one ended: its text comes in pieces, an entity at a time. */
  #hasTitle = false
  #text = ''
  /** What of the line is in a logo, and what is not. */
  #inBrand = { yes: false, no: false }
  #inLink = { yes: false, no: false }
  #script: string | undefined
  #unseen = 0
  /** Open logos. */
  #brands = 0
  /** An element in the line ended, and nothing has been written since. */
  #hasJustEnded = false
  /** One ended or began. */
  #isAtEdge = false
  #link: Link | undefined
  #scripts = 0
  #asksForScript = false

  readonly handler = {
    onopentag: (name: string, attributes: Record<string, string>) => this.#start(name, attributes),
    onclosetag: (name: string) => this.#end(name),
    ontext: (text: string) => this.#write(text),
  }

  finish(): PageContent {
    this.#breakLine()
    const shown = this.#lines.reduce((sum, { text }) => sum + text.length, 0)
    return {
      ...{
        title: tidy(decoded(this.#title.slice(0, LONGEST_NOTE))),
        metas: this.#metas,
        lines: this.#lines,
        links: this.#links,
        frames: this.#frames,
      },
      ...{ nodes: [...this.#data, ...this.#microdata.items], logos: this.#logos },
      ...{ hiddenEmails: this.#hiddenEmails, isCut: this.isCut },
      ...{ refresh: this.#refresh, parts: this.#parts },
      hasScripts: this.#asksForScript || this.#scripts > 0,
      needsScript: shown < LITTLE_TEXT && (this.#asksForScript || this.#scripts > 0),
    }
  }

  #start(name: string, attributes: Record<string, string>) {
    if (this.#open.length >= DEEPEST || this.#lines.length >= MOST_LINES) this.isCut = true
    if (this.isCut) return
    if (CELLS.has(name)) this.#text += '\t'
    else if (BLOCKS.has(name)) this.#breakLine()
    else if (this.#isSetApart()) this.#text += '\t'
    this.#hasJustEnded = false
    this.#isAtEdge = true
    const { class: names = '', id = '' } = attributes
    const isUnseen = UNSEEN.has(name)
    const isBrand = BRAND.test(names) || BRAND.test(id)
    const isTop = name === 'header' || name === 'nav' || TOP.test(names) || TOP.test(id)
    this.#open.push({ name, isBrand, isUnseen, isIcon: ICON_FONT.test(names), isTop })
    this.#microdata.open(name, attributes, this.#open.length)
    if (isUnseen) this.#unseen += 1
    if (isBrand) this.#brands += 1
    if (name === 'script') this.#startScript(attributes)
    if (name === 'meta') this.#meta(attributes)
    if (name === 'img') this.#image(attributes)
    if (name === 'a' || name === 'area') this.#startLink(attributes)
    if (name === 'form') this.#form(attributes)
    if (name === 'frame' && attributes.src)
      this.#parts.push(attributes.src.trim().slice(0, LONGEST_HREF))
    if (name === 'iframe')
      this.#frames.push((attributes['data-src'] ?? attributes.src ?? '').slice(0, LONGEST_HREF))
    if (attributes['data-cfemail']) this.#hide(attributes['data-cfemail'])
    if (FAX_ICON.test(names) || /\bfax\b/i.test(attributes['aria-label'] ?? ''))
      this.#text += ' fax '
    else if (PHONE_ICON.test(names) && ICONS.has(name)) this.#text += ' ☎ '
  }

  /**
   * `<span>Tél</span><span>71 …</span>`: style sheets set the two apart. Letters one by one stay a
   * word, and the parts of a logo a name.
   */
  #isSetApart(): boolean {
    return this.#hasJustEnded && !/(?:^|\s)\p{L}$/u.test(this.#text.slice(-2)) && this.#brands === 0
  }

  /** `<b>Adresse</b>Tunis`: no word is written like that, but for the names in logos and headings. */
  #isNewWord(text: string): boolean {
    return (
      this.#isAtEdge &&
      /[\p{Ll}\d]$/u.test(this.#text.slice(-1)) &&
      /^(?:\p{Lu}\p{Ll}|\+\d)/u.test(text) &&
      this.#brands === 0 &&
      !this.#open.some(({ name }) => /^h[1-6]$/.test(name))
    )
  }

  #end(name: string) {
    // A tag that the page ends within was never opened here.
    if (this.isCut || this.#open.at(-1)?.name !== name) return
    if (name === 'script') this.#endScript()
    if (name === 'title' && this.#title !== '') this.#hasTitle = true
    if (name === 'a' || name === 'area') this.#link = undefined
    const { isUnseen, isBrand } = this.#open.at(-1)!
    if (isUnseen) this.#unseen -= 1
    this.#microdata.close(this.#open.length)
    // A line is what its innermost block makes of it: broken before the block is left.
    if (BLOCKS.has(name) && !CELLS.has(name)) this.#breakLine()
    else this.#hasJustEnded = !isUnseen && this.#text !== ''
    this.#isAtEdge = true
    if (isBrand) this.#brands -= 1
    this.#open.pop()
  }

  #write(text: string) {
    if (this.#script !== undefined) {
      if (this.#script.length < MOST_SCRIPT_DATA) this.#script += text
      return
    }
    const { name, isIcon } = this.#open.at(-1) ?? { name: '', isIcon: false }
    if (name === 'title' && !this.#unseen && !this.#hasTitle) this.#title += text
    else if (name === 'title') return
    else if (name === 'noscript' && /javascript/i.test(text)) this.#asksForScript = true
    if (this.#unseen || name === 'title') return
    if (isIcon) {
      this.#text += PICTURED.find(([picture]) => picture.test(text.trim()))?.[1] ?? ' '
      return
    }
    if (this.#isNewWord(text)) this.#text += '\t'
    this.#hasJustEnded = false
    this.#isAtEdge = false
    this.#text += text
    if (text.trim() !== '') {
      this.#inBrand[this.#brands ? 'yes' : 'no'] = true
      this.#inLink[this.#link ? 'yes' : 'no'] = true
    }
    this.#microdata.write(text)
    if (this.#link && this.#link.text.length < 200) this.#link.text += text
    if (this.#text.length > LONGEST_LINE) this.#breakLine()
  }

  #breakLine() {
    const text = tidy(this.#text.slice(0, LONGEST_LINE * 4))
    const isBrand = this.#brands > 0 || (this.#inBrand.yes && !this.#inBrand.no)
    const isLink = this.#inLink.yes && !this.#inLink.no
    this.#text = ''
    this.#inBrand = { yes: false, no: false }
    this.#inLink = { yes: false, no: false }
    if (this.#link?.text) this.#link.text += '\n'
    if (text === '') return
    const heading = this.#open.find(({ name }) => /^h[1-6]$/.test(name))
    this.#lines.push({
      text,
      level: heading ? Number(heading.name[1]) : 0,
      isFooter: this.#open.some(({ name }) => name === 'footer'),
      isBrand,
      isAddress: this.#open.some(({ name }) => name === 'address'),
      isLink,
    })
  }

  #startScript({ type = '', src }: Record<string, string>) {
    if (src !== undefined) this.#scripts += 1
    if (/ld\+json/i.test(type)) this.#script = ''
  }

  #endScript() {
    if (this.#script !== undefined) this.#data.push(...parseJsonLd(this.#script))
    this.#script = undefined
  }

  #meta({ name, property, content, 'http-equiv': header }: Record<string, string>) {
    if (/^refresh$/i.test(header ?? '') && !this.#unseen) this.#refresh ??= refreshOf(content ?? '')
    const key = (property ?? name)?.toLowerCase()
    if (key && content && !this.#metas.has(key))
      this.#metas.set(key, tidy(decoded(content.slice(0, LONGEST_NOTE))))
  }

  #image({ alt: told = '', title = '', class: names = '', src = '' }: Record<string, string>) {
    const alt = told.trim() === '' ? title : told
    if (this.#link && tidy(alt)) this.#link.alts.push(tidy(alt.slice(0, LONGEST_NOTE)))
    if (/^\s*(?:t[ée]l|phone|fax|gsm|mobile)/i.test(alt))
      this.#text += ` ${alt.slice(0, LONGEST_NOTE)} `
    const isLogo = BRAND.test(names) || /logo/i.test(src) || this.#brands > 0
    const isTop = this.#open.some((each) => each.isTop)
    if (isLogo && tidy(alt)) this.#logos.push({ alt: tidy(alt.slice(0, LONGEST_NOTE)), isTop })
  }

  #startLink({ href, 'aria-label': label = '' }: Record<string, string>) {
    if (href === undefined || this.#links.length >= MOST_LINES) return
    const hidden = /\/cdn-cgi\/l\/email-protection#([0-9a-f]+)$/i.exec(href)
    if (hidden) this.#hide(hidden[1])
    this.#link = { href: href.slice(0, LONGEST_HREF).trim(), text: '', alts: [] }
    if (tidy(label)) this.#link.alts.push(tidy(label.slice(0, LONGEST_NOTE)))
    this.#links.push(this.#link)
  }

  /** Forms that are mailed say to whom. */
  #form({ action = '' }: Record<string, string>) {
    const [, email] =
      /^(?:mailto:|https:\/\/formsubmit\.\w{2,3}\/)([^?/]{3,200})/i.exec(action.trim()) ?? []
    if (email) this.#hiddenEmails.push(email)
  }

  #hide(code: string) {
    const email = decodeCloudflareEmail(code)
    if (email) this.#hiddenEmails.push(email)
  }
}
