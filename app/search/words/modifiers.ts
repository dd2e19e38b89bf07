import type { ModifierConcept } from '#app/search/words/concept'

/**
 * What tells the parts of one name apart: «pompe» × «eau», «filtre» × «air». Together with a part they are found in every
 * spelling, though a part lists one; alone they name nothing.
 */
export const MODIFIER_WORDS: ModifierConcept[] = [
  {
    code: 'water',
    fr: ['eau'],
    ar: ['ماء', 'ما', 'مياه', 'مية'],
    arabizi: ['ma', 'mé', 'maa', 'mey', 'lma', 'ma2', 'me2', 'lme', 'lo', 'dlo'],
    en: ['water'],
  },
  {
    code: 'air',
    fr: ['air'],
    ar: ['هواء', 'هوا', 'اير', 'هوى'],
    arabizi: ['hwe', 'hwa', 'hawa', 'hewa', 'lahwa', 'lhwa', '7wa', '7we'],
  },
  {
    code: 'fuel',
    fr: ['carburant'],
    ar: ['وقود', 'كربيرون', 'كاربيرون'],
    arabizi: ['karburan', 'carburan', 'karbiron'],
    en: ['fuel'],
  },
  {
    code: 'steering',
    fr: ['direction'],
    ar: ['توجيه', 'دركسيون', 'ديركسيون', 'مقود', 'ديريكسيون'],
    arabizi: ['direksion', 'diriksion', 'direksyon', 'dirikson', 'diriksyon'],
    en: ['steering'],
  },
  {
    code: 'gearbox',
    fr: ['boîte'],
    ar: ['بواط', 'بوات', 'بواطة', 'فيتاس', 'قير'],
    arabizi: ['bwat', 'bwata', 'boit', 'vites', 'bwet', 'gir'],
    en: ['gearbox'],
  },
  {
    code: 'cabin',
    fr: ['habitacle', 'cabine'],
    ar: ['مقصورة', 'ابيتاكل', 'كابين', 'هابيتاكل'],
    arabizi: ['abitacle', 'habitakl', 'abitakl', 'ma9soura', 'maksoura', 'ma9sura'],
    en: ['cabin'],
  },
  {
    code: 'boot',
    fr: ['coffre', 'hayon', 'malle'],
    ar: ['كوفر', 'صندوق', 'مال', 'هايون'],
    arabizi: ['kofr', 'coffr', 'sandou9', 'kofre', 'mal'],
  },
  {
    code: 'bonnet',
    fr: ['capot'],
    ar: ['كابو', 'كبوط'],
    arabizi: ['kabo', 'kabou', 'capo'],
    en: ['bonnet'],
  },
  {
    code: 'road_wheel',
    fr: ['roue'],
    ar: ['رو'],
    arabizi: ['rou', 'rwa'],
    en: ['wheel'],
  },
  {
    code: 'hand',
    fr: ['main'],
    ar: ['يد', 'ايد', 'مان'],
    arabizi: ['id', 'yed', 'yad', 'idd'],
  },
  {
    code: 'glow',
    fr: ['chauffage', 'chauffe'],
    ar: ['شوفاج', 'تسخين', 'بريشوفاج'],
    arabizi: ['chofage', 'chofaj', 'choufage', 'chauffaj', 'prechofage'],
  },
]
