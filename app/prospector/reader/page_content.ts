import type { Node } from '#app/prospector/reader/microdata'

/** A line as it stands on the page; cells of a row stand in one line, with tabs between them. */
export interface Line {
  text: string
  /** 1 for a main heading … 6, 0 for anything else. */
  level: number
  isFooter: boolean
  /** In a logo or a brand of a navigation bar. */
  isBrand: boolean
  isAddress: boolean
  /** All of it is what a link says: of a menu, mostly. */
  isLink: boolean
}

export interface Link {
  href: string
  /** With line breaks where the page has them. */
  text: string
  /** Alternative texts of the pictures in it, or what it is labelled. */
  alts: string[]
}

/** A picture of a logo. */
export interface Logo {
  alt: string
  /** In the head of the page, or leading to its start. */
  isTop: boolean
}

/** What a page shows, without its markup. */
export interface PageContent {
  title: string
  /** By lower-case name or property: `og:site_name`, `description`. */
  metas: Map<string, string>
  lines: Line[]
  links: Link[]
  /** Addresses of what is framed: maps, mostly. */
  frames: string[]
  /** Things told in JSON-LD or microdata, both in the shape of JSON-LD. */
  nodes: Node[]
  logos: Logo[]
  /** Addresses of mail that are written so that programs do not see them. */
  hiddenEmails: string[]
  /** Where the page leads at once, as it is written: `<meta http-equiv="refresh">`. */
  refresh: string | null
  /** The pages that a frameset is made of. */
  parts: string[]
  hasScripts: boolean
  /** Shows next to nothing without its scripts. */
  needsScript: boolean
  /** Was deeper or longer than any page is, and not read to its end. */
  isCut: boolean
}
