/** How a maker numbers its parts; see `oe_numbers.ts`. */
export type NumberScheme =
  | 'renault'
  | 'psa'
  | 'vag'
  | 'fiat'
  | 'hyundai-kia'
  | 'toyota'
  | 'suzuki'
  | 'nissan'
  | 'isuzu'
  | 'mitsubishi'
  | 'ford'
  | 'opel'
  | 'mercedes'
  | 'bmw'
  | 'chery'
  | 'geely'
  | 'mg'
  | 'mahindra'
  | 'tata'

export type Make = {
  ar: string
  /** As parts brands abbreviate it in their numbers. */
  letters: string
  scheme: NumberScheme
  /** The brand that boxes the genuine part. */
  genuine?: string
  /** The make of the same group that lists the same number. */
  sister?: string
}

export const MAKES: Record<string, Make> = {
  'Renault': { ar: 'رينو', letters: 'RE', scheme: 'renault', genuine: 'renault', sister: 'Dacia' },
  'Dacia': { ar: 'داسيا', letters: 'DA', scheme: 'renault', genuine: 'renault', sister: 'Renault' },
  'Peugeot': {
    ar: 'بيجو',
    letters: 'PE',
    scheme: 'psa',
    genuine: 'peugeot-citroen',
    sister: 'Citroën',
  },
  'Citroën': {
    ar: 'سيتروين',
    letters: 'CI',
    scheme: 'psa',
    genuine: 'peugeot-citroen',
    sister: 'Peugeot',
  },
  'Volkswagen': {
    ar: 'فولكس فاغن',
    letters: 'VO',
    scheme: 'vag',
    genuine: 'volkswagen',
    sister: 'Seat',
  },
  'Seat': { ar: 'سيات', letters: 'SE', scheme: 'vag', genuine: 'volkswagen', sister: 'Volkswagen' },
  'Skoda': {
    ar: 'سكودا',
    letters: 'SK',
    scheme: 'vag',
    genuine: 'volkswagen',
    sister: 'Volkswagen',
  },
  'Audi': { ar: 'أودي', letters: 'AU', scheme: 'vag', genuine: 'volkswagen', sister: 'Volkswagen' },
  'Fiat': { ar: 'فيات', letters: 'FI', scheme: 'fiat', genuine: 'fiat' },
  'Hyundai': {
    ar: 'هيونداي',
    letters: 'HY',
    scheme: 'hyundai-kia',
    genuine: 'hyundai-kia',
    sister: 'Kia',
  },
  'Kia': {
    ar: 'كيا',
    letters: 'KI',
    scheme: 'hyundai-kia',
    genuine: 'hyundai-kia',
    sister: 'Hyundai',
  },
  'Toyota': { ar: 'تويوتا', letters: 'TO', scheme: 'toyota', genuine: 'toyota' },
  'Suzuki': { ar: 'سوزوكي', letters: 'SU', scheme: 'suzuki', genuine: 'suzuki' },
  'Nissan': { ar: 'نيسان', letters: 'NI', scheme: 'nissan', genuine: 'nissan' },
  'Isuzu': { ar: 'إيسوزو', letters: 'IS', scheme: 'isuzu', genuine: 'isuzu' },
  'Mitsubishi': { ar: 'ميتسوبيشي', letters: 'MI', scheme: 'mitsubishi' },
  'Ford': { ar: 'فورد', letters: 'FD', scheme: 'ford', genuine: 'ford' },
  'Opel': { ar: 'أوبل', letters: 'OP', scheme: 'opel' },
  'Mercedes-Benz': { ar: 'مرسيدس', letters: 'ME', scheme: 'mercedes', genuine: 'mercedes-benz' },
  'BMW': { ar: 'بي إم دبليو', letters: 'BM', scheme: 'bmw' },
  'Chery': { ar: 'شيري', letters: 'CH', scheme: 'chery' },
  'Geely': { ar: 'جيلي', letters: 'GE', scheme: 'geely' },
  'MG': { ar: 'إم جي', letters: 'MG', scheme: 'mg' },
  'Mahindra': { ar: 'ماهيندرا', letters: 'MH', scheme: 'mahindra' },
  'Tata': { ar: 'تاتا', letters: 'TA', scheme: 'tata' },
}

/** The makes that the specialists of Japanese and Korean cars cover. */
export const ASIAN_MAKES = ['Hyundai', 'Kia', 'Toyota', 'Suzuki', 'Nissan', 'Isuzu', 'Mitsubishi']
