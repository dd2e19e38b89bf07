/**
 * Pieces of line drawings on a square of 400. The frame sets stroke and fill;
 * `accent`, `metal` and `dark` stand for colours that the frame fills in.
 */
export const circle = (x: number, y: number, r: number, fill = 'white') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`

export const box = (x: number, y: number, w: number, h: number, fill = 'white', radius = 8) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${radius}" fill="${fill}"/>`

export const path = (d: string, fill = 'white') => `<path d="${d}" fill="${fill}"/>`

export const line = (d: string) => `<path d="${d}" fill="none"/>`

export const thick = (d: string, width: number, colour = 'dark') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>`

export const turned = (degrees: number, ...content: string[]) =>
  `<g transform="rotate(${degrees} 200 190)">${content.join('')}</g>`

/** `count` small circles on a ring around a centre. */
export function holes(x: number, y: number, ring: number, count: number, r: number, fill = 'dark') {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count - Math.PI / 2
    return circle(round(x + ring * Math.cos(angle)), round(y + ring * Math.sin(angle)), r, fill)
  }).join('')
}

/** `count` spokes between two radii. */
export function spokes(x: number, y: number, inner: number, outer: number, count: number) {
  const d = Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count - Math.PI / 2
    const at = (r: number) => `${round(x + r * Math.cos(angle))} ${round(y + r * Math.sin(angle))}`
    return `M${at(inner)}L${at(outer)}`
  })
  return line(d.join(''))
}

/** The same piece several times, each moved by (dx, dy). */
export function repeated(count: number, dx: number, dy: number, content: string) {
  return Array.from(
    { length: count },
    (_, i) => `<g transform="translate(${round(i * dx)} ${round(i * dy)})">${content}</g>`
  ).join('')
}

const round = (value: number) => Math.round(value * 10) / 10
