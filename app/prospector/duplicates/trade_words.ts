import { editDistance } from '#app/platform/text/edit_distance'
import { foldWords } from '#app/platform/text/fold_words'

/** Words that say what a business does and not which one it is, by trade; `none` says nothing at all. */
const TRADES: Record<string, string> = {
  repair: `garage garages atelier ateliers mecanique mecanicien mecaniciens reparation diagnostic electricite electricien
    tolerie peinture tolier carrosserie vulcanisation pneu pneus pneumatique pneumatiques vidange entretien repair workshop
    كراج قاراج مستودع ورشة ميكانيك ميكانيكي ميكانيكية كهرباء كهربائي اصلاح صيانة تصليح دهن مطالة عجلات`,
  parts: `pieces piece rechange detachees accessoires parts spare ferraille casse قطع غيار لوازم`,
  rental: `location louer rent rental rents hire كراء تأجير`,
  school: `ecole autoecole conduite moniteur school مدرسة سياقة تعليم`,
  transport: `transport transports taxi taxis louage ambulance ambulances logistique messagerie voyages tourisme نقل تاكسي لواج`,
  station: `station lavage kiosque carburant محطة بنزين غسيل`,
  trade: `vente concessionnaire concession occasion showroom بيع معرض وكالة`,
  none: `auto autos automobile automobiles car cars voiture voitures vehicule vehicules general generale generales moderne
    ste societe sarl suarl sa ets etablissement etablissements entreprise entreprises cie company groupe group maison
    service services centre center chez agence et de du des la le les l d au aux the of and el al ech es n tunisie tunisia
    شركة مؤسسة محل متجر مركز خدمات سيارات سيارة السيارات عامة الحديثة و من في`,
}

const TRADE_OF = new Map(
  Object.entries(TRADES).flatMap(([trade, words]) =>
    words.split(/\s+/).map((word) => [foldWords(word), trade] as const)
  )
)

/** Short words have no letter to spare: `cars` and `care` are two. */
const SPARED = 5

/** The trade that a folded word speaks of, `none` for a word that says nothing, undefined for one that tells. */
export function tradeOf(word: string): string | undefined {
  const known = TRADE_OF.get(word)
  if (known || word.length < SPARED) return known
  for (const [other, trade] of TRADE_OF) {
    if (other.length >= SPARED && editDistance(word, other, 1) <= 1) return trade
  }
  return undefined
}
