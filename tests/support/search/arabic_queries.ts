import type { ExpectedHit } from '#tests/support/search/expected_hit'

/** What is asked in Arabic letters: standard words, Tunisian ones, and French as it is heard. */
export const ARABIC_QUERIES: ExpectedHit[] = [
  // Brakes
  {
    q: 'بلاكات قدام كليو 4',
    category: 'freinage/plaquettes-de-frein',
    position: 'front',
    model: 'Clio IV',
  },
  { q: 'سعر بلاكات فرامل كليو ٤', category: 'freinage/plaquettes-de-frein', model: 'Clio IV' },
  {
    q: 'بلاكات لوراني 308',
    category: 'freinage/plaquettes-de-frein',
    position: 'rear',
    model: '308',
  },
  { q: 'فرامل أمامية بيجو 301', category: 'freinage', position: 'front', model: '301' },
  {
    q: 'بلاكيتات فران قدام ليون 2',
    category: 'freinage/plaquettes-de-frein',
    position: 'front',
    model: 'Leon II (1P)',
  },
  { q: 'ديسك فران غولف 5', category: 'freinage/disques-de-frein', model: 'Golf V' },
  {
    q: 'أقراص الفرامل الأمامية بولو 5',
    category: 'freinage/disques-de-frein',
    position: 'front',
    model: 'Polo V (6R)',
  },
  { q: 'ماشوار دي ماكس', category: 'freinage/machoires-et-tambours/machoires', model: 'D-Max' },
  {
    q: 'فكوك الفرامل ريو 3',
    category: 'freinage/machoires-et-tambours/machoires',
    model: 'Rio III',
  },
  {
    q: 'طمبور فران لوغان 2',
    category: 'freinage/machoires-et-tambours/tambours',
    model: 'Logan II',
  },
  {
    q: 'كيت فران لوراني i20',
    category: 'freinage/machoires-et-tambours/kit-de-frein-arriere',
    model: 'i20',
  },
  {
    q: 'ملقط فرامل أمامي أيمن غيتز',
    category: 'freinage/etriers',
    position: 'front-right',
    model: 'Getz',
  },
  { q: 'خرطوم الفرامل برلنغو', category: 'freinage/flexibles-de-frein', model: 'Berlingo' },
  {
    q: 'سيلندر فران 206',
    category: ['freinage/cylindre-de-roue', 'freinage/maitre-cylindre'],
    model: '206',
  },
  { q: 'حساس abs كليو 4', category: 'freinage/capteur-abs', model: 'Clio IV' },
  { q: 'زيت فرامل dot 4', category: 'freinage/liquide-de-frein', name: 'DOT 4' },
  { q: 'كابل فرامل اليد ياريس', category: 'freinage/cable-de-frein-a-main', model: 'Yaris' },
  // Filters
  { q: 'فلتر زيت بولو', category: 'filtration/filtre-a-huile', model: 'Polo' },
  { q: 'فلتر الزيت سامبول 3', category: 'filtration/filtre-a-huile', model: 'Symbol III' },
  { q: 'بكم فيلتر زيت غولف 7', category: 'filtration/filtre-a-huile', model: 'Golf VII' },
  { q: 'فلتر هواء بيكانتو', category: 'filtration/filtre-a-air', model: 'Picanto' },
  { q: 'مصفاة الهواء 206', category: 'filtration/filtre-a-air', model: '206' },
  {
    q: 'فلتر مازوط كليو 3',
    category: 'filtration/filtre-a-carburant',
    model: 'Clio III',
    name: 'gasoil',
  },
  {
    q: 'فيلتر مازوت إيسوزو ديماكس',
    category: 'filtration/filtre-a-carburant',
    model: 'D-Max',
    name: 'gasoil',
  },
  {
    q: 'فلتر بنزين ياريس',
    category: 'filtration/filtre-a-carburant',
    model: 'Yaris',
    name: 'essence',
  },
  { q: 'فلتر المكيف بارتنر', category: 'filtration/filtre-d-habitacle', model: 'Partner' },
  { q: 'طقم فلاتر كيا ريو', category: 'filtration/kit-filtration', model: 'Rio' },
  // Timing
  {
    q: 'طقم توزيع غولف 5',
    category: 'distribution-et-courroies/kit-de-distribution',
    model: 'Golf V',
  },
  {
    q: 'طقم التوزيع مع مضخة الماء 206',
    category: 'distribution-et-courroies/kit-distribution-pompe-a-eau',
    model: '206',
  },
  {
    q: 'سير الدينامو غراند i10',
    category: 'distribution-et-courroies/courroie-d-accessoires',
    model: 'Grand i10',
  },
  {
    q: 'سلسلة التوزيع بيكانتو',
    category: 'distribution-et-courroies/chaine-de-distribution',
    model: 'Picanto',
  },
  {
    q: 'قالي تندور قشقاي',
    category: 'distribution-et-courroies/galet-tendeur',
    model: 'Qashqai',
  },
  {
    q: 'بولي دمبر سامبول 3',
    category: 'distribution-et-courroies/poulie-vilebrequin-damper',
    model: 'Symbol III',
  },
  // Transmission
  { q: 'أمبرياج كليو 4', category: 'embrayage-et-transmission/kit-d-embrayage', model: 'Clio IV' },
  { q: 'امبرياح كورسا', category: 'embrayage-et-transmission/kit-d-embrayage', model: 'Corsa' },
  {
    q: 'رولمان الأمبرياج كانغو',
    category: 'embrayage-et-transmission/butee-d-embrayage',
    model: 'Kangoo',
  },
  { q: 'كردان سي 3', category: 'embrayage-et-transmission/cardan', model: 'C3' },
  {
    q: 'جلدة الكردان لوغان',
    category: 'embrayage-et-transmission/soufflet-de-cardan',
    model: 'Logan',
  },
  {
    q: 'رولمان عجلة خلفية كليو 4',
    category: 'embrayage-et-transmission/roulement-de-roue',
    position: 'rear',
    model: 'Clio IV',
  },
  {
    q: 'رولمة قدام ياريس',
    category: 'embrayage-et-transmission/roulement-de-roue',
    position: 'front',
    model: 'Yaris',
  },
  {
    q: 'زيت علبة السرعات 75w80',
    category: 'embrayage-et-transmission/huile-de-boite',
    name: '75W-80',
  },
  // Suspension and steering
  {
    q: 'أمورتيسور قدام بارتنر',
    category: 'suspension-et-direction/amortisseurs',
    position: 'front',
    model: 'Partner',
  },
  {
    q: 'امورتيسورات لوراني إيبيزا',
    category: 'suspension-et-direction/amortisseurs',
    position: 'rear',
    model: 'Ibiza',
  },
  {
    q: 'ممتص الصدمات الخلفي برلنغو',
    category: 'suspension-et-direction/amortisseurs',
    position: 'rear',
    model: 'Berlingo',
  },
  { q: 'كوبيل كليو 4', category: 'suspension-et-direction/coupelles', model: 'Clio IV' },
  {
    q: 'مثلث أمامي أيسر كليو 4',
    category: 'suspension-et-direction/bras-et-triangles',
    position: 'front-left',
    model: 'Clio IV',
  },
  {
    q: 'تريونقل يمين كليو 2',
    category: 'suspension-et-direction/bras-et-triangles',
    position: 'right',
    model: 'Clio II',
  },
  { q: 'روتيل تعليق 206', category: 'suspension-et-direction/rotules-de-suspension', model: '206' },
  {
    q: 'روتيل ديركسيون 301',
    category: 'suspension-et-direction/rotules-de-direction',
    model: '301',
  },
  {
    q: 'بيالات ستابيليزاتور غولف 7',
    category: 'suspension-et-direction/biellettes-de-barre-stabilisatrice',
    model: 'Golf VII',
  },
  { q: 'سيلون بلوك أكسنت', category: 'suspension-et-direction/silentblocs', model: 'Accent' },
  { q: 'كريمايير دوكاتو', category: 'suspension-et-direction/cremaillere', model: 'Ducato' },
  // Engine
  { q: 'جوان كيلاس 307', category: 'moteur/joint-de-culasse', model: '307' },
  { q: 'حشية رأس المحرك هيلوكس', category: 'moteur/joint-de-culasse', model: 'Hilux' },
  { q: 'سيبور موتور بونتو', category: 'moteur/supports-moteur', model: 'Punto' },
  { q: 'مضخة الزيت غيتز', category: 'moteur/pompe-a-huile', model: 'Getz' },
  { q: 'توربو هيلوكس', category: 'moteur/turbo', model: 'Hilux' },
  // Ignition and injection
  { q: 'بوجي ريو', category: 'allumage-et-injection/bougies-d-allumage', model: 'Rio' },
  {
    q: 'شمعات تسخين هايلوكس',
    category: 'allumage-et-injection/bougies-de-prechauffage',
    model: 'Hilux',
  },
  { q: 'بوبينة سويفت', category: 'allumage-et-injection/bobines', model: 'Swift' },
  { q: 'بخاخات رابيد', category: 'allumage-et-injection/injecteurs', model: 'Rapid' },
  {
    q: 'مضخة الوقود كليو 4',
    category: 'allumage-et-injection/pompe-a-carburant',
    model: 'Clio IV',
  },
  { q: 'حساس الهواء 308', category: 'allumage-et-injection/debitmetre', model: '308' },
  { q: 'صمام egr سامبول', category: 'allumage-et-injection/vanne-egr', model: 'Symbol' },
  { q: 'حساس الأكسجين غولف 7', category: 'allumage-et-injection/sonde-lambda', model: 'Golf VII' },
  // Cooling
  { q: 'رادياتور 308', category: 'refroidissement-et-climatisation/radiateur', model: '308' },
  {
    q: 'مضخة ماء غولف 7',
    category: 'refroidissement-et-climatisation/pompe-a-eau',
    model: 'Golf VII',
  },
  {
    q: 'بومبة ماء بيكانتو',
    category: 'refroidissement-et-climatisation/pompe-a-eau',
    model: 'Picanto',
  },
  {
    q: 'مروحة الرادياتور كليو 4',
    category: 'refroidissement-et-climatisation/ventilateur',
    model: 'Clio IV',
  },
  {
    q: 'ثرموستا برلنغو',
    category: 'refroidissement-et-climatisation/thermostat',
    model: 'Berlingo',
  },
  {
    q: 'كمبريسور المكيف بارتنر',
    category: 'refroidissement-et-climatisation/compresseur',
    model: 'Partner',
  },
  // Electrics
  { q: 'بطارية 60 أمبير', category: 'electricite/batterie', name: '60 Ah' },
  { q: 'باتري ٧٤ امبير', category: 'electricite/batterie', name: '74 Ah' },
  { q: 'دينامو بونتو', category: 'electricite/alternateur', model: 'Punto' },
  { q: 'ديمارور غولف 7', category: 'electricite/demarreur', model: 'Golf VII' },
  { q: 'نحب نشري ديماريور كليو', category: 'electricite/demarreur', model: 'Clio' },
  { q: 'كومودو أضواء 301', category: 'electricite/commodo', model: '301' },
  // Bodywork
  {
    q: 'فنار يمين كورولا',
    category: 'eclairage-et-carrosserie/phares',
    position: 'right',
    model: 'Corolla',
  },
  { q: 'ضو لوراني كليو 4', category: 'eclairage-et-carrosserie/feux-arriere', model: 'Clio IV' },
  { q: 'لمبة h4', category: 'eclairage-et-carrosserie/ampoules', name: 'H4' },
  {
    q: 'مراية يسار كليو 4',
    category: 'eclairage-et-carrosserie/retroviseurs',
    position: 'left',
    model: 'Clio IV',
  },
  {
    q: 'باركوش قدام 206',
    category: 'eclairage-et-carrosserie/pare-chocs',
    position: 'front',
    model: '206',
  },
  {
    q: 'رافع الزجاج سامبول 3',
    category: 'eclairage-et-carrosserie/leve-vitre',
    model: 'Symbol III',
  },
  {
    q: 'مساحات زجاج 500',
    category: 'eclairage-et-carrosserie/balais-d-essuie-glace',
    name: '500 mm',
  },
  // Exhaust, fluids, wheels
  { q: 'شكمان خلفي i20', category: 'echappement/silencieux', position: 'rear', model: 'i20' },
  { q: 'زيت محرك 5w30', category: 'huiles-et-fluides/huile-moteur', name: '5W-30' },
  { q: 'زيت موتور ١٠w٤٠', category: 'huiles-et-fluides/huile-moteur', name: '10W-40' },
  { q: 'سائل التبريد', category: 'huiles-et-fluides/liquide-de-refroidissement' },
  { q: 'ماء الرادياتور', category: 'huiles-et-fluides/liquide-de-refroidissement' },
  { q: 'عجلة 185/60 r14', category: 'pneus-et-roues', name: '185/60 R14' },
  { q: 'إطارات ميشلان', category: 'pneus-et-roues', brand: 'michelin' },
  { q: 'شحم الكاردان', category: 'huiles-et-fluides/graisses', name: 'cardan' },
  // Numbers
  { q: 'فلتر ٠٣L١١٥٣٠٦E', reference: '03L115306E' },
]
