import { informedProphet, type Span } from '#app/orion/fast/informed_prophet'
import { expectedWeather, type Weather } from '#app/orion/panel/weather'

/**
 * Prophet that knows the weather. From an origin the weather up to it is known, and beyond it the climate of the years
 * before; only of the first period after the panel more may be known.
 */
export const weatherModel = informedProphet<Weather>(({ series, coming }, span) =>
  Object.fromEntries(
    Object.entries(series).map(([name, values]) => [name, knownWeather(values, coming[name], span)])
  )
)

function knownWeather(values: Float64Array, coming: number, { first, origin, steps }: Span) {
  const ahead = Array.from({ length: steps }, (_, at) => expectedWeather(values, origin, at + 1))
  if (origin === values.length - 1) ahead[0] = coming
  return [...values.subarray(first, origin + 1), ...ahead]
}
