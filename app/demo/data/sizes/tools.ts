import type { Size } from '#app/demo/part_type'

export const WORKSHOP_TOOLS: Size[] = [
  item('CRIC2T', 'Cric rouleur hydraulique 2 T', 'رافعة هيدروليكية (كريك) 2 طن', 139, 9200),
  item('CRICB', 'Cric bouteille 5 T', 'رافعة هيدروليكية عمودية 5 طن', 82, 3900),
  item('CHAND', 'Paire de chandelles 3 T', 'زوج حوامل سيارة 3 طن', 98, 6400),
  item(
    'CDYN',
    'Clé dynamométrique 1/2" 40-200 Nm',
    'مفتاح عزم 1/2" من 40 إلى 200 نيوتن متر',
    168,
    1600
  ),
  item('COF94', 'Coffret de douilles 94 pièces', 'طقم مفاتيح لقم 94 قطعة', 245, 6800),
  item('COF216', 'Coffret de douilles 216 pièces', 'طقم مفاتيح لقم 216 قطعة', 398, 11500),
  item('FILT', 'Clé à filtre à huile 3 griffes', 'مفتاح فلتر زيت 3 أذرع', 29, 420),
  item('ROTU', 'Arrache-rotule', 'أداة نزع روتيل', 46, 980),
  item('RESS', 'Compresseur de ressorts', 'ضاغط نوابض تعليق', 118, 4200),
  item('PIST', 'Repousse-piston de frein', 'أداة إرجاع مكبس فرامل', 68, 1500),
  item('OBD', 'Lecteur de diagnostic OBD2 Bluetooth', 'قارئ أعطال OBD2 بلوتوث', 79, 120),
  item('VALISE', 'Valise de diagnostic multimarque', 'جهاز تشخيص أعطال متعدد الماركات', 415, 1900),
  item('MULTI', 'Multimètre numérique', 'جهاز قياس كهربائي رقمي', 54, 320),
  item('TBAT', 'Testeur de batterie 12 V', 'جهاز فحص بطارية 12 فولت', 95, 450),
  item('DENS', 'Réfractomètre antigel et batterie', 'مقياس سائل تبريد وبطارية', 64, 280),
]

export const CAR_ACCESSORIES: Size[] = [
  item('CHARG4', 'Chargeur de batterie 4 A', 'شاحن بطارية 4 أمبير', 118, 900),
  item('CHARG8', 'Chargeur de batterie 8 A', 'شاحن بطارية 8 أمبير', 178, 1500),
  item('CABL', 'Câbles de démarrage 400 A', 'كوابل تشغيل 400 أمبير', 42, 1400),
  item('BOOST', 'Booster de démarrage 1000 A', 'جهاز تشغيل محمول 1000 أمبير', 235, 1100),
  item('TRIANG', 'Triangle de signalisation', 'مثلث تحذير', 14.5, 820),
  item('GILET', 'Gilet de sécurité', 'سترة عاكسة', 8.5, 140),
  item('EXTIN', 'Extincteur à poudre 1 kg', 'مطفأة حريق 1 كغ', 36, 1900),
  item('SECOU', 'Trousse de premiers secours', 'حقيبة إسعافات أولية', 28, 520),
  item('COMP', 'Compresseur de gonflage 12 V', 'منفاخ إطارات 12 فولت', 84, 1600),
  item('TAPIS', 'Jeu de 4 tapis caoutchouc universels', 'طقم 4 سجادات مطاطية', 48, 3400),
  item('HOUSS', 'Housses de sièges universelles', 'أغطية مقاعد', 92, 2600),
  item('SOLEIL', 'Pare-soleil de pare-brise', 'واقي شمس زجاج أمامي', 16.5, 380),
  item('SUPP', 'Support de téléphone magnétique', 'حامل هاتف مغناطيسي', 19.5, 110),
  item('CHUSB', 'Chargeur allume-cigare USB-C', 'شاحن سيارة USB-C', 24, 60),
  item('ANTEN', 'Antenne de toit', 'هوائي سقف', 22, 150),
]

function item(code: string, fr: string, ar: string, price: number, grams: number): Size {
  return { code, fr, ar, price, grams }
}
