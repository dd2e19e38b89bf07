import { FLEET_MAKES } from '#app/fitment/fleet/makes'

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
  | 'honda'
  | 'mazda'
  | 'subaru'
  | 'ford'
  | 'opel'
  | 'mercedes'
  | 'bmw'
  | 'chery'
  | 'geely'
  | 'mg'
  | 'great-wall'
  | 'mahindra'
  | 'tata'
  | 'volvo'
  | 'land-rover'
  | 'chrysler'
  | 'lada'
  | 'ssangyong'

/** What the parts of a make look like on the counter. */
type PartsOfMake = {
  /** As parts brands abbreviate it in their numbers. */
  letters: string
  scheme: NumberScheme
  /** The brand that boxes the genuine part. */
  genuine?: string
  /** The make of the same group that lists the same number. */
  sister?: string
}

export type Make = PartsOfMake & { ar: string }

const PARTS: Record<string, PartsOfMake> = {
  'Renault': { letters: 'RE', scheme: 'renault', genuine: 'renault', sister: 'Dacia' },
  'Dacia': { letters: 'DA', scheme: 'renault', genuine: 'renault', sister: 'Renault' },
  'Peugeot': { letters: 'PE', scheme: 'psa', genuine: 'peugeot-citroen', sister: 'Citroën' },
  'Citroën': { letters: 'CI', scheme: 'psa', genuine: 'peugeot-citroen', sister: 'Peugeot' },
  'DS': { letters: 'DS', scheme: 'psa', genuine: 'peugeot-citroen', sister: 'Citroën' },
  'Volkswagen': { letters: 'VO', scheme: 'vag', genuine: 'volkswagen', sister: 'Seat' },
  'Seat': { letters: 'SE', scheme: 'vag', genuine: 'volkswagen', sister: 'Volkswagen' },
  'Skoda': { letters: 'SK', scheme: 'vag', genuine: 'volkswagen', sister: 'Volkswagen' },
  'Audi': { letters: 'AU', scheme: 'vag', genuine: 'volkswagen', sister: 'Volkswagen' },
  'Cupra': { letters: 'CU', scheme: 'vag', genuine: 'volkswagen', sister: 'Seat' },
  'Porsche': { letters: 'PO', scheme: 'vag' },
  'Opel': { letters: 'OP', scheme: 'opel' },
  'Ford': { letters: 'FD', scheme: 'ford', genuine: 'ford' },
  'Mercedes-Benz': { letters: 'ME', scheme: 'mercedes', genuine: 'mercedes-benz' },
  'Smart': { letters: 'SM', scheme: 'mercedes', genuine: 'mercedes-benz' },
  'BMW': { letters: 'BM', scheme: 'bmw' },
  'Mini': { letters: 'MN', scheme: 'bmw' },
  'Fiat': { letters: 'FI', scheme: 'fiat', genuine: 'fiat' },
  'Alfa Romeo': { letters: 'AL', scheme: 'fiat', genuine: 'fiat', sister: 'Fiat' },
  'Lancia': { letters: 'LA', scheme: 'fiat', genuine: 'fiat', sister: 'Fiat' },
  'Iveco': { letters: 'IV', scheme: 'fiat' },
  'Hyundai': { letters: 'HY', scheme: 'hyundai-kia', genuine: 'hyundai-kia', sister: 'Kia' },
  'Kia': { letters: 'KI', scheme: 'hyundai-kia', genuine: 'hyundai-kia', sister: 'Hyundai' },
  'SsangYong': { letters: 'SY', scheme: 'ssangyong' },
  'Daewoo': { letters: 'DW', scheme: 'opel', sister: 'Chevrolet' },
  'Chevrolet': { letters: 'CV', scheme: 'opel', sister: 'Daewoo' },
  'Toyota': { letters: 'TO', scheme: 'toyota', genuine: 'toyota' },
  'Suzuki': { letters: 'SU', scheme: 'suzuki', genuine: 'suzuki' },
  'Nissan': { letters: 'NI', scheme: 'nissan', genuine: 'nissan' },
  'Isuzu': { letters: 'IS', scheme: 'isuzu', genuine: 'isuzu' },
  'Mitsubishi': { letters: 'MI', scheme: 'mitsubishi' },
  'Honda': { letters: 'HO', scheme: 'honda' },
  'Mazda': { letters: 'MZ', scheme: 'mazda' },
  'Subaru': { letters: 'SB', scheme: 'subaru' },
  'Daihatsu': { letters: 'DH', scheme: 'toyota' },
  'Chery': { letters: 'CH', scheme: 'chery' },
  'Omoda': { letters: 'OM', scheme: 'chery', sister: 'Chery' },
  'Geely': { letters: 'GE', scheme: 'geely' },
  'MG': { letters: 'MG', scheme: 'mg' },
  'Haval': { letters: 'HV', scheme: 'great-wall', sister: 'Great Wall' },
  'Great Wall': { letters: 'GW', scheme: 'great-wall', sister: 'Haval' },
  'BYD': { letters: 'BY', scheme: 'great-wall' },
  'DFSK': { letters: 'DF', scheme: 'great-wall' },
  'Foton': { letters: 'FO', scheme: 'great-wall' },
  'JAC': { letters: 'JA', scheme: 'great-wall' },
  'Mahindra': { letters: 'MH', scheme: 'mahindra' },
  'Tata': { letters: 'TA', scheme: 'tata' },
  'Lada': { letters: 'LD', scheme: 'lada' },
  'Jeep': { letters: 'JE', scheme: 'chrysler' },
  'Land Rover': { letters: 'LR', scheme: 'land-rover' },
  'Jaguar': { letters: 'JG', scheme: 'land-rover', sister: 'Land Rover' },
  'Volvo': { letters: 'VV', scheme: 'volvo' },
  'Wallyscar': { letters: 'WY', scheme: 'psa', sister: 'Peugeot' },
}

/** By name: the makes of the fleet and their parts. */
export const MAKES: Record<string, Make> = Object.fromEntries(
  FLEET_MAKES.map(({ name, ar }) => [name, { ar, ...PARTS[name] }])
)

/** The makes that the specialists of Japanese and Korean cars cover. */
export const ASIAN_MAKES = [
  'Hyundai',
  'Kia',
  'SsangYong',
  'Daewoo',
  'Chevrolet',
  'Toyota',
  'Suzuki',
  'Nissan',
  'Isuzu',
  'Mitsubishi',
  'Honda',
  'Mazda',
  'Subaru',
  'Daihatsu',
]
