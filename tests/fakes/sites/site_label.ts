/** What a person sees on a site of the farm; written before the reader read the page. */
export interface SiteLabel {
  host: string
  /** Any of these is right. Empty: nothing of the site may be read. */
  names: string[]
  /** Numbers to call, in E.164; no fax, no number of somebody else. */
  phones: string[]
  emails: string[]
  governorate: string | null
  delegation: string | null
  segment: string | null
  taxId?: string
  /** Shows nothing without its script. */
  isScripted?: boolean
}
