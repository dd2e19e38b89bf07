import type { PartConcept } from '#app/search/words/concept'

/** Parts that the trade knows and we have no shelf for: asking for a horn must not end at brake pads for the car. */
export const UNSHELVED_WORDS: PartConcept[] = [
  unshelved('carburettor', ['carburateur'], ['كربيراتور'], ['karburator', 'karbirator']),
  unshelved('horn', ['klaxon', 'avertisseur sonore'], ['كلاكسون', 'زمور'], ['klakson', 'claxon']),
  unshelved(
    'lock',
    ['serrure', 'barillet', 'serrure de porte'],
    ['سيرورة', 'قفل باب'],
    ['siroura', 'barillé']
  ),
  unshelved(
    'ignition_switch',
    ['neiman', 'antivol de direction', 'contacteur à clé'],
    ['نيمان', 'سويتش'],
    ['nimane', 'neyman']
  ),
  unshelved(
    'throttle_body',
    ['papillon', 'boîtier papillon', "papillon d'air", 'corps papillon'],
    ['بابيون', 'بواتيي بابيون'],
    ['papion', 'boitier papiyon']
  ),
  unshelved(
    'intercooler',
    ['intercooler', 'échangeur turbo', "échangeur d'air", 'échangeur', "radiateur d'huile"],
    ['انتركولر', 'ايشونجور'],
    ['interkouler', 'echangor']
  ),
  unshelved('grille', ['calandre', 'grille de calandre'], ['كالوندر', 'شبكة امامية'], ['kalandr']),
  unshelved('bonnet_panel', ['capot', 'capot moteur'], ['كبوت', 'غطاء محرك'], ['capo', 'kabout']),
  unshelved(
    'door',
    [
      'portière',
      'porte avant',
      'porte arrière',
      'poignée',
      'poignée de porte',
      'hayon',
      'porte coffre',
    ],
    ['باب', 'بوانيي', 'مقبض باب'],
    ['portyira', 'poigné', 'bab', 'bwani']
  ),
  unshelved(
    'windscreen',
    ['pare-brise', 'parebrise', 'vitre', 'lunette arrière', 'vitre porte'],
    ['باربريز', 'زجاج امامي', 'بلار'],
    ['parbriz', 'barbriz', 'bellar']
  ),
  unshelved(
    'wiper_motor',
    [
      'moteur essuie-glace',
      "moteur d'essuie-glace",
      'tringlerie essuie glace',
      'pompe lave-glace',
      'bras essuie glace',
    ],
    ['موتور مساحات', 'موتور سويقلاس'],
    ['moteur suiglace', 'moteur swiglas']
  ),
  unshelved('camshaft', ['arbre à cames'], ['عمود كامات', 'اربراكام'], ['arbracam']),
  unshelved('crankshaft', ['vilebrequin'], ['فيلبروكان', 'عمود مرفق'], ['vilbrequin']),
  unshelved(
    'sump',
    ['carter', "carter d'huile", 'couvre culasse', 'bloc moteur'],
    ['كارتير'],
    ['karter', 'carter zit']
  ),
  unshelved(
    'heater',
    [
      'radiateur de chauffage',
      'radiateur chauffage',
      'pulseur',
      "pulseur d'air",
      'ventilateur habitacle',
    ],
    ['رادياتور شوفاج', 'بولسور'],
    ['radiatour chofage', 'pulsor']
  ),
  unshelved(
    'control_unit',
    ['calculateur', 'boîtier électronique'],
    ['كالكيلاتور'],
    ['kalkulateur']
  ),
  unshelved('instruments', ['compteur', 'tableau de bord'], ['كونتور', 'تابلو'], ['kontour']),
  unshelved('airbag', ['airbag', 'coussin gonflable'], ['ايرباق'], ['erbag']),
  unshelved(
    'seat_belt',
    ['ceinture', 'ceinture de sécurité'],
    ['حزام امان'],
    ['sintira', 'sinture']
  ),
  unshelved(
    'radio',
    ['autoradio', 'poste radio', 'caméra de recul'],
    ['راديو'],
    ['radyo', 'bost radio']
  ),
  unshelved(
    'gearbox_unit',
    [
      'boîte de vitesse',
      'boîte à vitesse',
      'boîte vitesse',
      'boîte automatique',
      'levier de vitesse',
      'moteur complet',
    ],
    ['علبة سرعات', 'بواط فيتاس', 'بواطة فيتاس'],
    ['boite vitess', 'bwat vitess']
  ),
  unshelved(
    'rear_axle',
    ['essieu', 'train arrière', 'pont arrière', 'berceau', 'fusée'],
    ['بون اريار', 'محور خلفي'],
    ['esyeu', 'pon aryar']
  ),
  unshelved(
    'fuel_tank',
    ['réservoir', 'réservoir carburant', 'réservoir essence', 'bouchon réservoir'],
    ['ريزرفوار', 'خزان وقود'],
    ['rizarvoir', 'rizervoir']
  ),
  unshelved(
    'breather',
    ['reniflard', "reniflard d'huile"],
    ['رونيفلار', 'متنفس محرك'],
    ['reniflar']
  ),
  unshelved(
    'steering_column',
    ['colonne de direction', 'colonne direction'],
    ['عمود دركسيون', 'عمود مقود', 'كولون ديركسيون'],
    ['kolon direction', 'colonne direksion']
  ),
  unshelved(
    'interior_light',
    ['plafonnier', 'lampe intérieure'],
    ['بلافونيي', 'لمبة سقف'],
    ['plafoni', 'plafonyi']
  ),
  unshelved(
    'bleed_screw',
    ['vis de purge', 'vis purge', 'purgeur'],
    ['برغي تنسيم', 'فيس بورج'],
    ['vis burge', 'vice purge']
  ),
  unshelved(
    'dipstick',
    ["jauge d'huile", 'jauge huile', "jauge de niveau d'huile", 'jauge'],
    ['مقياس زيت', 'جوج زيت'],
    ['joge zit', 'jauge zit']
  ),
  unshelved(
    'pedal',
    ['pédale', 'pédalier', "câble d'accélérateur", 'câble accélérateur'],
    ['بيدال', 'دواسة'],
    ['bidal', 'kabl acceleration']
  ),
  unshelved(
    'door_seal',
    ['joint de porte', 'joint de portière', 'joint pare brise'],
    ['جوان باب', 'كاوتشو باب'],
    ['join bab', 'jwan bab']
  ),
]

function unshelved(code: string, fr: string[], ar: string[], arabizi: string[]): PartConcept {
  return { code, categories: [], fr, ar, arabizi }
}
