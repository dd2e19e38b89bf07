import type { ColumnRule } from '#app/platform/tabular/mapping'

/** Columns of a list of vehicles. */
export const VEHICLE_RULES: ColumnRule[] = [
  called(
    'make',
    'marque, constructeur, marque vehicule, manufacturer, make name, car make, الصانع, الماركة'
  ),
  called('make_ar', 'marque ar, marque arabe, make arabic, الماركة بالعربية'),
  called('make_aliases', 'alias marque, autres noms marque'),
  called('model', 'modele, model name, gamme, serie, generation, الموديل, الطراز'),
  called('model_ar', 'modele ar, modele arabe, nom arabe, name ar, الموديل بالعربية'),
  called('model_from', 'modele de, model year from'),
  called('model_to', 'modele a, model year to'),
  called('aliases', 'alias, autres noms, autre nom, synonymes, also known as, اسماء اخرى'),
  called(
    'chassis_codes',
    'chassis, chassis code, code chassis, codes chassis, platform, plateforme, phase, الشاسي'
  ),
  called(
    'type',
    'type name, motorisation, version, name, nom, designation, libelle, vehicle type, variant, النوع'
  ),
  called('engine', 'moteur, engine name, المحرك'),
  called('body', 'carrosserie, body type, body style, type de carrosserie, caisse, الهيكل'),
  called('fuel', 'carburant, energie, fuel type, الوقود'),
  called('cc', 'cm3, ccm, cylindree, displacement, cubic capacity, engine cc, سعة المحرك'),
  called('kw', 'k w, power kw, power k w, puissance kw, puissance k w, puissance en kw'),
  called('hp', 'power hp, puissance, puissance ch, ch, cv, horsepower, ps, puissance din'),
  called('engine_code', 'code moteur, codes moteur, engine codes, motorcode, رمز المحرك'),
  called(
    'from',
    'year from, from year, produced from, annee debut, debut, de, du, depuis, annee de, date debut, debut de production, construction from, من سنة'
  ),
  called(
    'to',
    'year to, to year, produced to, annee fin, fin, a, au, jusqu a, annee a, date fin, fin de production, construction to, الى سنة'
  ),
  called('year', 'annee, annees, years, periode, السنة'),
  called('ktype', 'k type, ktyp, ktypnr, ktyp nr, k typ nr, tecdoc, id tecdoc'),
]

/** @param names parted by commas; case, accents and punctuation do not matter */
function called(column: string, names: string): ColumnRule {
  return { column, headers: names.split(',').map((name) => name.trim()) }
}
