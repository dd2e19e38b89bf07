import type { AttributeKind, Choice } from '#app/catalogue/attributes/attribute'
import { POSITION_CHOICES } from '#app/demo/positions'

type AttributeData = {
  code: string
  kind: AttributeKind
  unit: string | null
  choices: Choice[]
  fr: string
  ar: string
  /** Offered as a filter. */
  facet: boolean
}

/** What a data sheet says about parts; facets first. */
export const ATTRIBUTES: AttributeData[] = [
  {
    ...text('position', 'Position', 'الموضع', 'facet'),
    kind: 'choice',
    choices: POSITION_CHOICES,
  },
  text('systeme', 'Système de freinage', 'نظام الفرامل', 'facet'),
  number('diametre_mm', 'mm', 'Diamètre', 'القطر', 'facet'),
  number('nombre_nervures', null, 'Nombre de nervures', 'عدد الأخاديد', 'facet'),
  number('nombre_trous', null, 'Nombre de trous', 'عدد الثقوب', 'facet'),
  number('tension_v', 'V', 'Tension', 'الجهد', 'facet'),
  number('capacite_ah', 'Ah', 'Capacité', 'السعة', 'facet'),
  number('contenance_l', 'L', 'Contenance', 'الحجم', 'facet'),
  number('diametre_pouces', '"', 'Diamètre de jante', 'قطر الجنط', 'facet'),
  text('viscosite', 'Viscosité', 'اللزوجة', 'facet'),
  text('norme', 'Norme', 'المواصفة', 'facet'),
  text('technologie', 'Technologie', 'التقنية', 'facet'),
  text('bac', 'Format de bac', 'قياس العلبة', 'facet'),
  text('borne_positive', 'Borne positive', 'القطب الموجب', 'facet'),
  text('culot', 'Culot', 'القاعدة', 'facet'),
  text('dimension', 'Dimension', 'المقاس', 'facet'),
  text('entraxe', 'Entraxe', 'تباعد الثقوب', 'facet'),
  text('type_amortisseur', "Type d'amortisseur", 'نوع ممتص الصدمات', 'facet'),
  text('type_balai', 'Type de balai', 'نوع المساحة', 'facet'),
  text('type_support', 'Type de support', 'نوع القاعدة', 'facet'),
  text('electrode', 'Électrode', 'القطب', 'facet'),
  text('matiere', 'Matière', 'المادة', 'facet'),
  text('gaz', 'Gaz', 'الغاز', 'facet'),
  text('couleur', 'Couleur', 'اللون', 'facet'),
  text('cote', 'Cote', 'القياس', 'facet'),
  boolean('ventile', 'Ventilé', 'مهوّى', 'facet'),
  boolean('temoin_usure', "Témoin d'usure", 'مؤشر التآكل', 'facet'),
  boolean('charbon_actif', 'Charbon actif', 'فحم نشط', 'facet'),
  boolean('electrique', 'Électrique', 'كهربائي', 'facet'),
  boolean('degivrant', 'Dégivrant', 'مع تسخين', 'facet'),

  number('longueur_mm', 'mm', 'Longueur', 'الطول'),
  number('largeur_mm', 'mm', 'Largeur', 'العرض'),
  number('hauteur_mm', 'mm', 'Hauteur', 'الارتفاع'),
  number('epaisseur_mm', 'mm', 'Épaisseur', 'السماكة'),
  number('diametre_int_mm', 'mm', 'Diamètre intérieur', 'القطر الداخلي'),
  number('diametre_piston_mm', 'mm', 'Diamètre du piston', 'قطر المكبس'),
  number('diametre_poulie_mm', 'mm', 'Diamètre de la poulie', 'قطر البكرة'),
  number('diametre_fil_mm', 'mm', 'Diamètre du fil', 'قطر السلك'),
  number('diametre_cone_mm', 'mm', 'Diamètre du cône', 'قطر المخروط'),
  number('longueur_cable_mm', 'mm', 'Longueur du câble', 'طول الكابل'),
  number('course_mm', 'mm', 'Course', 'الشوط'),
  number('ecartement_mm', 'mm', 'Écartement des électrodes', 'تباعد الأقطاب'),
  number('nombre_dents', null, 'Nombre de dents', 'عدد الأسنان'),
  number('nombre_maillons', null, 'Nombre de maillons', 'عدد حلقات السلسلة'),
  number('nombre_cannelures', null, 'Nombre de cannelures', 'عدد الأسنان الداخلية'),
  number('cannelures_roue', null, 'Cannelures côté roue', 'عدد الأسنان جهة العجلة'),
  number('nombre_broches', null, 'Nombre de broches', 'عدد الأطراف'),
  number('nombre_cables', null, 'Nombre de câbles', 'عدد الأسلاك'),
  number('nombre_pieces', null, 'Nombre de pièces', 'عدد القطع'),
  number('nombre_sorties', null, 'Nombre de sorties', 'عدد المخارج'),
  number('intensite_a', 'A', 'Intensité', 'شدة التيار'),
  number('courant_demarrage_a', 'A', 'Courant de démarrage à froid', 'تيار التشغيل على البارد'),
  number('puissance_w', 'W', 'Puissance', 'القدرة'),
  number('puissance_kw', 'kW', 'Puissance', 'القدرة'),
  number('pression_bar', 'bar', 'Pression', 'الضغط'),
  number('temperature_c', '°C', "Température d'ouverture", 'حرارة الفتح'),
  number('resistance_ohm', 'Ω', 'Résistance', 'المقاومة'),
  number('debit_cm3_min', 'cm³/min', 'Débit', 'التدفق'),
  number('force_n', 'N', 'Force', 'القوة'),
  text('filetage', 'Filetage', 'اللولب'),
  text('cle_mm', 'Clé (mm)', 'المفتاح (مم)'),
  text('huile', "Huile d'appoint", 'نوع الزيت'),
  text('norme_euro', 'Norme antipollution', 'معيار الانبعاثات'),
  boolean('joint_inclus', 'Joint fourni', 'مع الحشية'),
  boolean('joint_culasse_inclus', 'Joint de culasse fourni', 'مع حشية رأس المحرك'),
  boolean('roulement_inclus', 'Roulement fourni', 'مع الرولمان'),
  boolean('rotule_incluse', 'Rotule fournie', 'مع الروتيل'),
  boolean('cylindres_inclus', 'Cylindres fournis', 'مع الأسطوانات'),
  boolean('boitier_inclus', 'Boîtier fourni', 'مع العلبة'),
  boolean('moteur_inclus', 'Moteur fourni', 'مع المحرك الكهربائي'),
  boolean('bouchon_inclus', 'Bouchon fourni', 'مع الغطاء'),
  boolean('kit_montage_inclus', 'Kit de montage fourni', 'مع طقم التركيب'),
  boolean('deshydrateur_integre', 'Déshydrateur intégré', 'مجفف مدمج'),
  boolean('couronne_abs', 'Couronne ABS', 'حلقة ABS'),
  boolean('capteur_eau', "Capteur d'eau", 'حساس ماء'),
  boolean('climatisation', 'Avec climatisation', 'مع مكيف'),
  boolean('geometrie_variable', 'Géométrie variable', 'هندسة متغيرة'),
  boolean('hydraulique', 'Hydraulique', 'هيدروليكي'),
  boolean('piezo', 'Piézoélectrique', 'بيزو كهربائي'),
  boolean('led', 'LED', 'LED'),
  boolean('reglage_electrique', 'Réglage électrique', 'تعديل كهربائي'),
  boolean('antibrouillard', 'Antibrouillard', 'أضواء الضباب'),
  boolean('essuie_glace_arriere', 'Essuie-glace arrière', 'مساحة خلفية'),
  boolean('a_peindre', 'À peindre', 'قابل للدهن'),
]

function number(code: string, unit: string | null, fr: string, ar: string, facet?: 'facet') {
  return { code, kind: 'number' as const, unit, fr, ar, facet: Boolean(facet), choices: [] }
}

function text(code: string, fr: string, ar: string, facet?: 'facet') {
  return { code, kind: 'text' as const, unit: null, fr, ar, facet: Boolean(facet), choices: [] }
}

function boolean(code: string, fr: string, ar: string, facet?: 'facet') {
  return { code, kind: 'boolean' as const, unit: null, fr, ar, facet: Boolean(facet), choices: [] }
}
