import { readTaxId } from '#app/invoicing/tax_id'

const ANNOUNCED =
  /(?:\bm\.?\s?f\.?|matricule\s+fiscale?|identifiant\s+(?:unique|fiscal)|code\s+(?:de\s+)?tva|n°\s*tva|\btva\b|\bmf\b|المعرف الجبائي|المعرّف الجبائي)[^\p{L}\d]{0,12}(\d{6,8}\s*[./-]?\s*[A-Z](?:\s*[./-]?\s*[A-Z]\s*[./-]?\s*[A-Z]\s*[./-]?\s*\d{3})?)(?![\p{L}\d])/iu
const COMPLETE =
  /(?<![\p{L}\d])(\d{7}\s*[./-]?\s*[A-Z]\s*[./-]\s*[APBDNF]\s*[./-]\s*[MPCNE]\s*[./-]\s*\d{3})(?!\d)/iu

/** The matricule fiscal that a line tells, as `readTaxId` writes it. */
export function taxIdInText(line: string): string | undefined {
  const [, written] = ANNOUNCED.exec(line) ?? COMPLETE.exec(line) ?? []
  return written === undefined ? undefined : readTaxId(written)
}
