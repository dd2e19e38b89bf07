/**
 * Postal codes by governorate: two digits tell most of them. Around Tunis the four governorates share
 * their first digits, so only codes that are known count there.
 */
const BY_FIRST_TWO = tableOf(`
  TN-11: 10
  TN-21: 80
  TN-23: 70
  TN-31: 90
  TN-32: 81
  TN-33: 71
  TN-34: 61
  TN-41: 31
  TN-42: 12
  TN-43: 91
  TN-51: 40
  TN-52: 50
  TN-53: 51
  TN-61: 30
  TN-71: 21
  TN-72: 22
  TN-73: 42
  TN-81: 60
  TN-82: 41
  TN-83: 32
`)
const WHOLE = tableOf(`
  TN-11: 2000 2015 2016 2026 2045 2046 2060 2070 2078 2092
  TN-12: 2020 2022 2027 2032 2036 2037 2041 2056 2057 2058 2061 2073 2080 2081 2083 2088 2091 2094
  TN-13: 1135 1145 1164 2013 2014 2024 2033 2034 2040 2043 2044 2050 2054 2055 2063 2065 2074 2082
  TN-13: 2090 2097
  TN-14: 1110 1130 2010 2011 2021 2086
  TN-22: 1100 1140
`)

/** Governorates of the postal codes in a text. Years are postal codes, too: in addresses alone they count. */
export function governoratesOfCodes(text: string, isAddress: boolean): Set<string> {
  const codes = [...text.matchAll(/(?<![\d.+/]|\d[ -])[1-9]\d{3}(?![\d/]| \d{2})/g)]
    .map(([code]) => code)
    .filter((code) => isAddress || !/^(?:19[5-9]\d|20[0-2]\d|2030)$/.test(code))
  return new Set(codes.map(governorateOf).filter((found) => found !== undefined))
}

/** The governorate that a postal code is of, by its code. */
const governorateOf = (code: string): string | undefined =>
  WHOLE.get(code) ?? BY_FIRST_TWO.get(code.slice(0, 2))

function tableOf(text: string): Map<string, string> {
  return new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [governorate, codes] = line.trim().split(': ')
        return codes.split(' ').map((code): [string, string] => [code, governorate])
      })
  )
}
