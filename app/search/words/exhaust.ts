import type { PartConcept } from '#app/search/words/concept'

const SILENCERS = 'echappement/silencieux'
const GASKETS = 'echappement/joint-et-collier'

export const EXHAUST_WORDS: PartConcept[] = [
  {
    code: 'silencer',
    categories: [SILENCERS],
    fr: [
      'silencieux',
      'échappement',
      "pot d'échappement",
      'pot',
      "ligne d'échappement",
      'pot échappement',
    ],
    ar: ['كاتم صوت', 'شكمان', 'عادم', 'ايشابمون', 'سيلونسيو', 'شابمان', 'بو ايشابمون'],
    arabizi: [
      'chakman',
      'echapmon',
      'chapmon',
      'silonsieu',
      'silancieux',
      'chikman',
      'po echappement',
    ],
    en: ['exhaust', 'muffler', 'silencer'],
  },
  {
    code: 'rear_silencer',
    categories: [SILENCERS],
    fr: ['silencieux arrière', 'pot arrière', 'pot de détente arrière'],
    ar: ['كاتم صوت خلفي', 'شكمان لوراني', 'شكمان خلفي'],
    arabizi: ['chakman wrani', 'echapmon wrani', 'silonsieu wrani'],
    en: ['rear silencer'],
  },
  {
    code: 'middle_silencer',
    categories: [SILENCERS],
    fr: [
      'silencieux intermédiaire',
      'pot intermédiaire',
      'tube intermédiaire',
      'silencieux central',
      'pot central',
    ],
    ar: ['كاتم صوت أوسط', 'شكمان وسطاني', 'شكمان الوسط'],
    arabizi: ['chakman west', 'chakman wostani', 'echapmon west'],
    en: ['middle silencer'],
  },
  {
    code: 'catalytic_converter',
    categories: ['echappement/catalyseur'],
    fr: ['catalyseur', 'pot catalytique', 'cata'],
    ar: ['محول حفاز', 'كاتاليزور', 'كاتاليزير', 'دبة تلوث', 'بو كاتاليتيك'],
    arabizi: ['katalizor', 'catalizeur', 'kataliseur', 'pot katalitik'],
    en: ['catalytic converter'],
  },
  {
    code: 'particulate_filter',
    categories: ['echappement/fap'],
    fr: ['filtre à particules', 'FAP', 'filtre particule', 'DPF', 'filtre à particule'],
    ar: ['فلتر جزيئات', 'فاب', 'فلتر بارتيكول', 'فلتر دي بي اف'],
    arabizi: ['filtre partikul', 'filtr fap', 'fab', 'filtre particul'],
    en: ['particulate filter', 'dpf filter'],
  },
  {
    code: 'exhaust_gasket',
    categories: [GASKETS],
    fr: [
      "joint de collecteur d'échappement",
      'joint collecteur',
      'joint échappement',
      'joint de pot',
      'joint collecteur échappement',
    ],
    ar: ['حشية مجمع عادم', 'جوان كوليكتور', 'جوان شكمان', 'جوان ايشابمون'],
    arabizi: ['join collecteur', 'jwan chakman', 'joint chakman', 'join echapmon'],
    en: ['exhaust gasket'],
  },
  {
    code: 'exhaust_clamp',
    categories: [GASKETS],
    fr: [
      "collier d'échappement",
      'collier échappement',
      'collier pot',
      'collier',
      'bride échappement',
    ],
    ar: ['مشبك عادم', 'كوليي', 'كوليي شكمان', 'قفيز شكمان', 'مشبك شكمان'],
    arabizi: ['kolyi', 'colier echappement', 'kolié chakman', 'kolyi chakman'],
    en: ['exhaust clamp'],
  },
]
