import type { FuelConcept, QualityConcept } from '#app/search/words/concept'

export const QUALITY_WORDS: QualityConcept[] = [
  {
    code: 'oe',
    fr: ['origine', "d'origine", 'original', 'constructeur', 'pièce origine', 'première monte'],
    ar: ['أصلي', 'أصلية', 'أصل', 'اوريجين', 'اوريجينال', 'الماركة'],
    arabizi: ['asli', 'aslia', 'orijin', 'origin', 'orijinal', 'aslya'],
    en: ['genuine', 'oe'],
  },
  {
    code: 'oem',
    fr: ['équipementier', 'qualité origine', 'première qualité'],
    ar: ['جودة أصلية', 'نخب اول', 'مورد المصنع'],
    arabizi: ['ekipementier', 'nakhb awel', 'premier choix'],
    en: ['oem'],
  },
  {
    code: 'aftermarket',
    fr: ['adaptable', 'commercial', 'compatible', 'équivalent', 'générique'],
    ar: ['أدابتابل', 'تجاري', 'بديل', 'تقليد', 'كوميرسيال'],
    arabizi: ['adabtabl', 'adaptabl', 'komersyal', 'tijari', 'ta9lid'],
    en: ['aftermarket'],
  },
  {
    code: 'remanufactured',
    fr: ['échange standard', 'reconditionné', 'rénové', 'révisé', 'rebobiné', 'refait'],
    ar: ['مجدد', 'مجددة', 'ايشونج ستوندار', 'ريفيزي', 'معاد تصنيعه'],
    arabizi: ['echange standar', 'rivizé', 'rekondisyoné', 'mjadded'],
    en: ['remanufactured', 'rebuilt'],
  },
  {
    code: 'used',
    fr: ['occasion', "d'occasion", 'casse', 'démonté', 'récupération'],
    ar: ['مستعمل', 'مستعملة', 'كاس', 'اوكازيون', 'قديم', 'كاص'],
    arabizi: ['okazyon', 'occaz', 'mosta3mel', 'mesta3mel', 'kass', '9dim'],
    en: ['used', 'second hand'],
  },
  {
    code: 'new',
    fr: ['neuf', 'neuve', 'nouveau'],
    ar: ['جديد', 'جديدة', 'نوف'],
    arabizi: ['jdid', 'jdida', 'nof', 'neuv'],
    en: ['new'],
  },
]

export const FUEL_WORDS: FuelConcept[] = [
  {
    code: 'petrol',
    fr: ['essence', 'sans plomb', 'super'],
    ar: ['بنزين', 'ايسانس', 'ليسانس'],
    arabizi: ['isens', 'lissans', 'benzin', 'issans', 'esens', 'essans', 'issence'],
    en: ['petrol', 'gasoline'],
  },
  {
    code: 'diesel',
    fr: ['diesel', 'gasoil', 'gazoil', 'gazole', 'mazout'],
    ar: ['مازوط', 'ديزل', 'قازوال', 'مازوت'],
    arabizi: ['mazot', 'mazoot', 'gazwal', 'dizel', 'mazoute'],
  },
  {
    code: 'lpg',
    fr: ['GPL', 'gaz'],
    ar: ['غاز', 'جي بي ال', 'قاز'],
    arabizi: ['gpel', 'gaz karhba'],
    en: ['lpg'],
  },
  {
    code: 'hybrid',
    fr: ['hybride', 'hybride rechargeable'],
    ar: ['هجين', 'هيبريد', 'ايبريد'],
    arabizi: ['ibrid', 'hibride', 'ibride'],
    en: ['hybrid'],
  },
  {
    code: 'electric',
    fr: ['électrique', 'voiture électrique'],
    ar: ['كهربائية', 'كهرباء', 'الكتريك'],
    arabizi: ['elektrik', 'kahrabai', 'ilectrique'],
    en: ['electric'],
  },
]
