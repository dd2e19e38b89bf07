import { box, circle, line, path, repeated, spokes, thick, turned } from '#app/demo/drawings/shapes'

/** Electricity, light, body and what stands on the shelf beside the counter. */
export const ELECTRICAL: Record<string, string> = {
  battery: [
    box(76, 132, 248, 158, 'dark', 12),
    box(76, 132, 248, 44, 'accent', 12),
    box(108, 106, 44, 28, 'metal', 6),
    box(248, 106, 44, 28, 'metal', 6),
    `<g stroke="white" stroke-width="8">${line('M112 232h40M248 232h40M268 212v40')}</g>`,
  ].join(''),
  alternator: [
    circle(216, 190, 106, 'metal'),
    circle(216, 190, 68, 'accent'),
    spokes(216, 190, 28, 64, 10),
    circle(216, 190, 24, 'dark'),
    box(66, 152, 52, 76, 'dark', 8),
    line('M78 152v76M92 152v76M106 152v76M118 190h14'),
  ].join(''),
  starter: [
    box(142, 148, 164, 96, 'metal', 20),
    box(150, 96, 110, 52, 'accent', 16),
    path('M142 152l-46 20v56l46 20z', 'metal'),
    box(66, 178, 34, 44, 'dark', 6),
    line('M180 148v96M272 148v96M260 112h30M260 130h30'),
  ].join(''),
  relay: [
    box(122, 92, 156, 148, 'accent', 12),
    line('M150 124h100M150 208h30l14 -28h26M220 208h30'),
    repeated(4, 34, 0, box(141, 240, 16, 56, 'metal', 3)),
  ].join(''),
  stalk: [
    circle(134, 226, 62, 'dark'),
    circle(134, 226, 30),
    turned(-26, box(196, 192, 150, 30, 'accent', 15), box(304, 188, 16, 38, 'metal', 4)),
    thick('M84 190L52 118', 18),
  ].join(''),
  switch: [
    path('M150 150h100l14 44 -14 44H150l-14 -44z', 'metal'),
    box(168, 84, 64, 68, 'accent', 10),
    box(180, 238, 40, 64, 'metal', 4),
    line('M180 254h40M180 270h40M180 286h40M188 84V66M212 84V66'),
  ].join(''),
  headlight: [
    path('M62 214q14 -92 130 -104h120q34 8 26 60t-44 86q-110 36 -232 8z'),
    circle(166, 192, 48, 'metal'),
    circle(166, 192, 26, 'accent'),
    circle(258, 184, 38, 'metal'),
    circle(258, 184, 18),
    line('M86 236q110 26 204 -6'),
  ].join(''),
  tail_light: [
    path('M128 84h120q30 10 30 60v84q0 56 -54 72h-96q-14 -40 -14 -108t14 -108z', 'accent'),
    line('M118 152h158M116 224h160'),
    circle(196, 118, 18),
    circle(196, 188, 22),
    circle(190, 260, 16),
  ].join(''),
  bulb: [
    path(
      'M200 70a62 62 0 0 1 44 106q-16 18 -16 40h-56q0 -22 -16 -40A62 62 0 0 1 200 70z',
      'accent'
    ),
    line('M182 216l-8 -66 16 20 10 -22 10 22 16 -20 -8 66'),
    box(166, 216, 68, 50, 'metal', 8),
    line('M166 234h68M166 250h68'),
    box(184, 266, 32, 34, 'dark', 6),
  ].join(''),
  mirror: [
    path('M120 106q120 -34 176 28t-20 120q-90 30 -156 -10 -28 -70 0 -138z', 'accent'),
    path('M138 124q100 -24 140 22t-16 90q-70 20 -124 -8 -20 -54 0 -104z', 'metal'),
    path('M116 216L66 262v24h66l20 -36z', 'dark'),
    line('M170 200l58 -58M192 210l58 -58'),
  ].join(''),
  bumper: [
    path('M52 160q148 -52 296 0l-8 76q-20 26 -54 22H114q-34 4 -54 -22z', 'accent'),
    path('M126 196h148l-14 40H140z', 'dark'),
    circle(88, 216, 16),
    circle(312, 216, 16),
    line('M60 182q140 -46 280 0'),
  ].join(''),
  wing: [
    path('M70 132q120 -40 250 -20l14 60 -14 110h-34q-4 -96 -86 -96t-90 96H70z', 'accent'),
    line('M84 150q110 -30 224 -14M296 176h24'),
  ].join(''),
  regulator: [
    line('M120 92v196M280 92v196'),
    box(110, 84, 20, 210, 'metal', 6),
    box(270, 84, 20, 210, 'metal', 6),
    thick('M120 110L280 270M120 270L280 110', 6),
    box(98, 164, 44, 40, 'accent', 6),
    box(258, 164, 44, 40, 'accent', 6),
    circle(200, 254, 34, 'dark'),
  ].join(''),
  wiper: turned(
    -18,
    thick('M62 208q138 -34 276 0', 16),
    thick('M62 222q138 -34 276 0', 6, 'accent'),
    path('M168 178h64l-10 22h-44z', 'metal'),
    thick('M200 184l52 -84', 12)
  ),
  strut: turned(
    40,
    box(96, 176, 128, 28, 'dark', 10),
    box(222, 184, 96, 12, 'metal', 4),
    circle(82, 190, 18, 'accent'),
    circle(330, 190, 18, 'accent')
  ),
  bottle: [
    path('M164 84h72v44q36 20 36 64v84q0 22 -22 22H150q-22 0 -22 -22v-84q0 -44 36 -64z', 'accent'),
    box(158, 64, 84, 30, 'dark', 8),
    box(140, 196, 120, 64, 'white', 6),
    line('M158 216h84M158 238h54'),
  ].join(''),
  can: [
    path('M112 116h120l52 40v122q0 18 -18 18H130q-18 0 -18 -18z', 'accent'),
    box(226, 86, 58, 44, 'dark', 8),
    path('M134 104q0 -24 24 -24h40v22h-36v20h-28z'),
    box(134, 184, 128, 78, 'white', 6),
    path('M198 198q-28 36 0 50 28 -14 0 -50z', 'accent'),
  ].join(''),
  tool: turned(
    -38,
    path('M174 96a44 44 0 1 1 52 0v36h-52z', 'metal'),
    path('M186 52h28v44h-28z'),
    box(180, 128, 40, 150, 'accent', 12),
    circle(200, 292, 32, 'metal'),
    circle(200, 292, 13)
  ),
  accessory: [
    box(92, 136, 216, 140, 'accent', 18),
    path('M156 136v-20q0 -18 18 -18h52q18 0 18 18v20', 'none'),
    box(92, 186, 216, 24, 'dark', 0),
    box(180, 176, 40, 44, 'metal', 6),
  ].join(''),
}
