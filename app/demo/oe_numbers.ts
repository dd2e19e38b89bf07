import { MAKES, type NumberScheme } from '#app/demo/data/makes'
import type { Need } from '#app/demo/assortment'
import type { NumberSeries } from '#app/demo/number_series'
import type { Random } from '#app/demo/random'
import type { Vehicle } from '#app/demo/vehicle'

export type OeNumber = { make: string; number: string }

/** Order of the codes in `PartType.oe`. */
const COLUMNS: NumberScheme[] = [
  'hyundai-kia',
  'toyota',
  'vag',
  'psa',
  'suzuki',
  'nissan',
  'bmw',
  'mercedes',
  'chery',
]
/** Makes whose accessories catalogue lists what fits any car. */
const UNIVERSAL_MAKES = ['Renault', 'Peugeot', 'Volkswagen', 'Hyundai', 'Toyota']
/** VAG groups that carry the engine's prefix, not the platform's. */
const VAG_ENGINE_GROUPS = /^1|^(?:260|903|905|906|907|919|957|963|998)$/

/**
 * The car maker's number of a part, once per make that lists it: the
 * functional code is real, the rest is invented in the maker's shape.
 */
export function drawOeNumbers(series: NumberSeries, need: Need, random: Random): OeNumber[] {
  const make = need.vehicle?.make ?? random.pick(UNIVERSAL_MAKES)
  const { scheme, sister } = MAKES[make]
  const number = series.draw(scheme, [PATTERNS[scheme](codesOf(need), need.vehicle)])
  return [make, sister]
    .filter((owner) => owner !== undefined)
    .map((owner) => ({ make: owner, number }))
}

/** A code such as `54651/55311` follows the position: front, then rear. */
function codesOf({ type, position }: Need): CodeOf {
  const place = position ? (type.positions?.indexOf(position) ?? 0) : 0
  return (column) => {
    const codes = type.oe.split(' ')[COLUMNS.indexOf(column)].split('/')
    return codes[place % codes.length]
  }
}

type CodeOf = (column: NumberScheme) => string

const PATTERNS: Record<NumberScheme, (code: CodeOf, vehicle?: Vehicle) => string> = {
  'renault': (code, vehicle) => {
    if (!vehicle) return '77 11 %## ###'
    if (vehicle.from < 2002) return '7701 %## ###'
    if (vehicle.from < 2008) return '8200 ### ###'
    return `${code('nissan').slice(0, 4)}#####R`
  },
  'psa': (code, vehicle) => ((vehicle?.from ?? 0) >= 2012 ? '16 ### ### 80' : `${code('psa')}.@%`),
  'vag': (code, vehicle) => vagPattern(code('vag'), vehicle),
  'fiat': () => '{46|50|51|52|55|71|77}######',
  'hyundai-kia': (code) => `${code('hyundai-kia')}-%@@%0`,
  'toyota': (code) => `${code('toyota')}-{0D|0H|0K|12|26|42|52}###`,
  'suzuki': (code) => `${code('suzuki')}-{62|63|68|76|79|84}@{0|1|2}#`,
  'nissan': (code) => `${code('nissan')}-{AX|EB|JD|BM|JG|ED|4M}##{0|5|A}`,
  'isuzu': () => '8-9{7|8}###-###-#',
  'mitsubishi': () => '{1|3|4|5}###A###',
  'honda': (code) => `${code('toyota')}-{P|R|S|T}%@-{003|013|A01}`,
  'mazda': (code) => `{B|C|D|G|K|L}@%#-%#-${code('nissan').slice(0, 3)}{|A|B}`,
  'subaru': (code) => `${code('nissan')}{AA|AE|AG|FG|SA|SG}##0`,
  'ford': () => '{1|2} ### ###',
  'opel': () => '{13|55|93|95} ### ###',
  'mercedes': (code, vehicle) =>
    `A ${vehicle?.platform ?? '000'} ${code('mercedes')} ## {00|20|80}`,
  'bmw': (code) => `${code('bmw').slice(0, 2)} ${code('bmw').slice(2)} {6|7} ### ###`,
  'chery': (code, vehicle) => `${vehicle?.platform ?? 'A13'}-${code('chery')}###`,
  'geely': () => '101{4|6|7}00####',
  'mg': () => '10%#####',
  'great-wall': (code) => `${code('chery')}###-{K|P|S|E}%#`,
  'mahindra': () => '{03|07|09|12|17}##{AA|BA|CA|DA}0###N',
  'tata': () => '{2578|2789|2797|5706} %### 01 ##',
  'volvo': () => '3%######',
  'land-rover': () => 'LR0#####',
  'chrysler': () => '{04|05|52|68}######{AA|AB|AC}',
  'lada': (code) => `21{08|21|23}0-${code('chery')}###-00`,
  'ssangyong': () => '{4|6|7}%#%##3###',
}

function vagPattern(code: string, vehicle?: Vehicle): string {
  if (code.length === 4) return `${code[0]} ${code.slice(1)} ### A{1|2}`
  const engine = vehicle?.fuel === 'diesel' ? '{038|03G|03L|04L}' : '{030|036|03C|04E}'
  const prefix = VAG_ENGINE_GROUPS.test(code) || !vehicle ? engine : vehicle.platform
  return `${prefix} ${code} ### {A|B|C|D|E}`
}
