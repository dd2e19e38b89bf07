import { foldWords } from '#app/platform/text/fold_words'
import type { Finding } from '#app/prospector/sources/finding'
import type { SiteLabel } from '#tests/fakes/sites/site_label'

export interface Accuracy {
  field: string
  precision: number
  recall: number
  /** `host: what was wrong` */
  mistakes: string[]
}

const FIELDS: Record<
  string,
  (finding: Finding, label: SiteLabel) => [found: string[], right: string[]]
> = {
  phones: (finding, label) => [finding.phones, label.phones],
  emails: (finding, label) => [finding.emails, label.emails],
  names: ({ name }, { names }) => {
    const isRight = name !== null && names.some((right) => foldWords(right) === foldWords(name))
    return [name === null ? [] : [isRight ? names[0] : name], names.slice(0, 1)]
  },
  localities: (finding, label) => [placesOf(finding), placesOf(label)],
  segments: ({ segment }, label) => [known([segment]), known([label.segment])],
}

/** How what was found on sites compares with what a person sees on them, per field over all sites. */
export function accuracyOf(labels: SiteLabel[], findings: Map<string, Finding>): Accuracy[] {
  return Object.entries(FIELDS).map(([field, read]) => {
    const total = { found: 0, right: 0, both: 0 }
    const mistakes: string[] = []
    for (const label of labels) {
      const finding = findings.get(label.host)
      const [found, right] = finding ? read(finding, label) : [[], read(EMPTY, label)[1]]
      const both = found.filter((one) => right.includes(one))
      total.found += found.length
      total.right += right.length
      total.both += both.length
      const wrong = found.filter((one) => !right.includes(one))
      const missed = right.filter((one) => !found.includes(one))
      if (wrong.length || missed.length) {
        mistakes.push(`${label.host}: wrong ${wrong.join(' ')}; missed ${missed.join(' ')}`)
      }
    }
    return {
      field,
      precision: total.found ? total.both / total.found : 1,
      recall: total.right ? total.both / total.right : 1,
      mistakes,
    }
  })
}

const known = (values: (string | null | undefined)[]) =>
  values.filter((value) => value !== null && value !== undefined)

const placesOf = ({ governorate, delegation }: Pick<SiteLabel, 'governorate' | 'delegation'>) =>
  known([governorate, delegation])

const EMPTY: Finding = {
  ...{ source: 'website', key: '', name: null, segment: null, phones: [], emails: [] },
  ...{ website: null, address: null, governorate: null, delegation: null, locality: null },
  ...{ location: null, taxId: null, makes: [], brands: [], signs: {} },
  ...{ seenAt: new Date(0), evidence: [], expiresAt: null },
}
