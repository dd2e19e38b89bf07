import { Parser } from 'htmlparser2'
import { decodeCloudflareEmail } from '#app/prospector/reader/cloudflare_email'
import { Microdata, type Node } from '#app/prospector/reader/microdata'
import { parseJsonLd } from '#app/prospector/reader/json_ld'

/** A line as it stands on the page; cells of a row stand in one line, with tabs between them. */
export interface Line {
  text: string
  /** 1 for a main heading … 6, 0 for anything else. */
  level: number
  isFooter: boolean
  /** In a logo or a brand of a navigation bar. */
  isBrand: boolean
  isAddress: boolean
}

export interface Link {
  href: string
  text: string
}

/** What a page shows, without its markup. */
export interface PageContent {
  title: string
  /** By lower-case name or property: `og:site_name`, `description`. */
  metas: Map<string, string>
  lines: Line[]
  links: Link[]
  /** Things told in JSON-LD or microdata, both in the shape of JSON-LD. */
  nodes: Node[]
  /** Alternative texts of logos. */
  logos: string[]
  /** Addresses of mail that are written so that programs do not see them. */
  hiddenEmails: string[]
  /** Shows next to nothing without its scripts. */
  needsScript: boolean
  /** Was deeper or longer than any page is, and not read to its end. */
  isCut: boolean
}

const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'svg', 'option', 'textarea'])
const BLOCKS = new Set(
  `address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section select table tbody tfoot thead title tr ul button`.split(
    /\s+/
  )
)
/** Stand beside what comes before them. */
const CELLS = new Set(['td', 'th', 'dd'])
const BRAND = /\b(?:logo|navbar-brand|site-title|site-name|brand)\b/i
const FEED_CHARACTERS = 16_384
const DEEPEST = 1_000
const MOST_LINES = 20_000
const LONGEST_LINE = 5_000
const LONGEST_NOTE = 1_000
const LONGEST_HREF = 2_000
const LITTLE_TEXT = 160
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

class ContentBuilder {
  isCut = false
  readonly #metas = new Map<string, string>()
  readonly #lines: Line[] = []
  readonly #links: Link[] = []
  readonly #logos: string[] = []
  readonly #hiddenEmails: string[] = []
  readonly #data: Node[] = []
  readonly #microdata = new Microdata()
  readonly #open: { name: string; isBrand: boolean }[] = []
  #title = ''
  #text = ''
  #script: string | undefined
  #unseen = 0
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
        title: tidy(this.#title.slice(0, LONGEST_NOTE)),
        metas: this.#metas,
        lines: this.#lines,
        links: this.#links,
      },
      ...{ nodes: [...this.#data, ...this.#microdata.items], logos: this.#logos },
      ...{ hiddenEmails: this.#hiddenEmails, isCut: this.isCut },
      needsScript: shown < LITTLE_TEXT && (this.#asksForScript || this.#scripts > 0),
    }
  }

  #start(name: string, attributes: Record<string, string>) {
    if (this.#open.length >= DEEPEST || this.#lines.length >= MOST_LINES) this.isCut = true
    if (this.isCut) return
    if (CELLS.has(name)) this.#text += '\t'
    else if (BLOCKS.has(name)) this.#breakLine()
    const { class: names = '', id = '' } = attributes
    this.#open.push({ name, isBrand: BRAND.test(names) || BRAND.test(id) })
    this.#microdata.open(name, attributes, this.#open.length)
    if (UNSEEN.has(name)) this.#unseen += 1
    if (name === 'script') this.#startScript(attributes)
    if (name === 'meta') this.#meta(attributes)
    if (name === 'img') this.#image(attributes)
    if (name === 'a' || name === 'area') this.#startLink(attributes)
    if (attributes['data-cfemail']) this.#hide(attributes['data-cfemail'])
    if (/\bfax\b|-fax\b|fa-print\b/i.test(names)) this.#text += ' fax '
    else if (/(?:^|[\s-])(?:phone|tel|telephone|mobile|whatsapp)\b/i.test(names) && name === 'i')
      this.#text += ' ☎ '
  }

  #end(name: string) {
    // A tag that the page ends within was never opened here.
    if (this.isCut || this.#open.at(-1)?.name !== name) return
    if (name === 'script') this.#endScript()
    if (name === 'a' || name === 'area') this.#link = undefined
    if (UNSEEN.has(name)) this.#unseen -= 1
    this.#microdata.close(this.#open.length)
    // A line is what its innermost block makes of it: broken before the block is left.
    if (BLOCKS.has(name) && !CELLS.has(name)) this.#breakLine()
    this.#open.pop()
  }

  #write(text: string) {
    if (this.#script !== undefined) {
      if (this.#script.length < MOST_SCRIPT_DATA) this.#script += text
      return
    }
    const { name } = this.#open.at(-1) ?? { name: '' }
    if (name === 'title' && !this.#unseen && !this.#title) this.#title += text
    else if (name === 'title') return
    else if (name === 'noscript' && /javascript/i.test(text)) this.#asksForScript = true
    if (this.#unseen || name === 'title') return
    this.#text += text
    this.#microdata.write(text)
    if (this.#link && this.#link.text.length < 200) this.#link.text += text
    if (this.#text.length > LONGEST_LINE) this.#breakLine()
  }

  #breakLine() {
    const text = tidy(this.#text.slice(0, LONGEST_LINE * 4))
    this.#text = ''
    if (text === '') return
    const heading = this.#open.find(({ name }) => /^h[1-6]$/.test(name))
    this.#lines.push({
      text,
      level: heading ? Number(heading.name[1]) : 0,
      isFooter: this.#open.some(({ name }) => name === 'footer'),
      isBrand: this.#open.some(({ isBrand }) => isBrand),
      isAddress: this.#open.some(({ name }) => name === 'address'),
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

  #meta({ name, property, content }: Record<string, string>) {
    const key = (property ?? name)?.toLowerCase()
    if (key && content && !this.#metas.has(key))
      this.#metas.set(key, tidy(content.slice(0, LONGEST_NOTE)))
  }

  #image({ alt = '', class: names = '', src = '' }: Record<string, string>) {
    if (/^\s*(?:t[ée]l|phone|fax|gsm|mobile)/i.test(alt))
      this.#text += ` ${alt.slice(0, LONGEST_NOTE)} `
    const isLogo = BRAND.test(names) || /logo/i.test(src) || this.#open.some((tag) => tag.isBrand)
    if (isLogo && tidy(alt)) this.#logos.push(tidy(alt.slice(0, LONGEST_NOTE)))
  }

  #startLink({ href }: Record<string, string>) {
    if (href === undefined || this.#links.length >= MOST_LINES) return
    const hidden = /\/cdn-cgi\/l\/email-protection#([0-9a-f]+)$/i.exec(href)
    if (hidden) this.#hide(hidden[1])
    this.#link = { href: href.slice(0, LONGEST_HREF).trim(), text: '' }
    this.#links.push(this.#link)
  }

  #hide(code: string) {
    const email = decodeCloudflareEmail(code)
    if (email) this.#hiddenEmails.push(email)
  }
}

/** Marks of direction, soft hyphens, zero widths: nobody sees them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?!\s)\p{Cc}/gu

/** Text as it is read: composed, in one line, without what nobody sees. Tabs stay. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ ?\t[ \t]*/g, '\t')
    .trim()
}
