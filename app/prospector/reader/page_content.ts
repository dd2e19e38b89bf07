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
  /** Addresses of what is framed: maps, mostly. */
  frames: string[]
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
