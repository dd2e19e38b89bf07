import { PART_RULES } from '#app/imports/part_identity'
import { type ColumnRule, HeaderMapping } from '#app/platform/tabular/mapping'

/** Columns of a list of fitments; ACES and TecDoc call them by names of their own. */
const FITMENT_RULES: ColumnRule[] = [
  ...PART_RULES,
  called(
    'ktype',
    'k type, ktyp, ktypnr, ktyp nr, k typ nr, kba type, numero k type, id vehicule, vehicle type id'
  ),
  called(
    'application',
    'applications, affectation, affectations, compatibilite, compatibilites, vehicule, vehicules, vehicle, vehicles, fits desc, fits, fitment, voitures, السيارات, التوافق'
  ),
  called(
    'make',
    'marque vehicule, marque du vehicule, marque voiture, constructeur, vehicle make, car make, make name, hernr name, الصانع, ماركة السيارة'
  ),
  called(
    'model',
    'modele, modele vehicule, vehicle model, model name, gamme, serie, الموديل, الطراز'
  ),
  called('type', 'motorisation, version, type name, vehicle type, النوع'),
  // ACES calls equipment so, others the type.
  called('submodel', 'sub model, sub model name, finition, trim, niveau de finition'),
  called(
    'engine',
    'moteur, engine code, code moteur, motorcode, engine name, engine base, enginedesignation, المحرك, رمز المحرك'
  ),
  called('fuel', 'carburant, energie, fuel type, الوقود'),
  called('kw', 'k w, power kw, power k w, puissance kw, puissance k w, puissance en kw'),
  called('hp', 'power hp, puissance, puissance ch, ch, cv, horsepower, puissance din'),
  called('cc', 'cm3, ccm, cylindree, displacement, cubic capacity, سعة المحرك'),
  called('year', 'annee, annees, years, periode, السنة'),
  called(
    'year_from',
    'from, from year, de, du, depuis, annee debut, debut, annee de, start year, vonbj, من سنة'
  ),
  called(
    'year_to',
    'to, to year, a, au, jusqu a, annee fin, fin, annee a, end year, bisbj, الى سنة'
  ),
  called(
    'position',
    'position id, positionid, emplacement, cote, cote d assemblage, cote de montage, fitting position, montage, الموضع'
  ),
  called(
    'condition',
    'conditions, restriction, restrictions, note, notes, remarque, remarques, comment, commentaire, شروط, ملاحظة'
  ),
  called('quantity', 'qty, qty per app, quantite, nombre, quantite par vehicule, الكمية, العدد'),
  called('qualifier', 'qual, quals, qualifiers, qdb coded qualifiers'),
  // VCdb numbers its vehicles; its tables are licensed and not here.
  called(
    'base_vehicle',
    'base vehicle, basevehicle, basevehicleid, base vehicleid, base vehicle id'
  ),
]

/** «Marque» beside a model is the make of the car when the part has a SKU and nothing else names the make. */
export function fitmentRules(headers: string[]): ColumnRule[] {
  const mapping = new HeaderMapping(FITMENT_RULES)
  const columns = new Set(headers.map((header) => mapping.fieldOf(header)?.column))
  const isMake = columns.has('sku') && columns.has('model') && !columns.has('make')
  return isMake ? [called('make', 'marque, brand, الماركة'), ...FITMENT_RULES] : FITMENT_RULES
}

/** @param names parted by commas; case, accents and punctuation do not matter */
function called(column: string, names: string): ColumnRule {
  return { column, headers: names.split(',').map((name) => name.trim()) }
}
