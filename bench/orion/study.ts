/** A history of the tables: what the study of this project measured on it, and what was asked for in this work. */
export interface StudiedSet {
  file: string
  horizon: number
  /** wQL50 wQL90 wQL95 wQL99, q95 covers, stock at 80, 85, 90, 95 % fill; one seed, `–` where nothing is told. */
  rows: Record<string, string>
  /** MASE, MAE and RMSE of each month from one origin; absent where the study has none. */
  months?: Record<string, string>
  /** The most that the mean of the seeds should have. */
  targets: Partial<Record<Scored, number>>
}

/** Columns of the tables, in this order. */
export const SCORED = [
  ...(['wQL50', 'wQL90', 'wQL95', 'wQL99', 'q95 covers'] as const),
  ...(['stock at 80 %', 'stock at 85 %', 'stock at 90 %', 'stock at 95 %'] as const),
] as const
export type Scored = (typeof SCORED)[number]

/** MASE of the months from one origin. */
export const MOST_MASE = 0.735
/** How much worse than SBA any quantile may be. */
export const TOLERATED = 1.01

export const STUDIED: StudiedSet[] = [
  {
    file: 'carparts.csv.gz',
    horizon: 12,
    rows: {
      'MA12-NB': '.956 .803 .588 .282 – 2.18 2.78 3.98 –',
      'SES(.1)-NB': '.922 .768 .554 .233 – 2.06 2.63 3.65 6.28',
      'Croston-NB': '1.156 .915 .624 .229 – 2.61 3.19 4.09 6.00',
      'SBA-NB': '1.136 .905 .618 .227 – 2.59 3.17 4.04 5.94',
      'TSB-NB': '.924 .770 .550 .230 – 2.07 2.62 3.61 6.10',
      'ETS(A,N,N)-normal': '1.618 .839 .547 .216 – 2.09 2.58 3.40 –',
      'ADIDA-NB': '.963 .812 .564 .227 – 2.23 2.75 3.66 5.78',
      'IMAPA-NB': '.951 .788 .550 .224 – 2.11 2.63 3.50 5.74',
      'empirical, last 24': '.949 .743 .549 .257 – 1.98 2.69 3.55 –',
      'bootstrap of intervals and sizes': '1.505 1.046 .749 .372 – 2.92 3.82 5.57 –',
      'CRPS forest': '.902 .725 .493 .183 – 1.91 2.34 3.05 4.62',
      'forest 0.7 + empirical-24 0.3': '.900 .708 .490 .183 – 1.85 2.27 3.02 4.56',
      'scaled forest + empirical-24': '.900 .714 .496 .184 – 1.89 2.31 3.08 4.60',
    },
    months: {
      'naive': '1.1373 .647 .928',
      'seasonal naive': '1.1269 .626 1.063',
      'MA12': '.845 .500 .753',
      'median of last 12': '.7566 .4042 .7333',
      'SES (R)': '.8967 .548 .784',
      'Theta (R)': '.9138 .530 .782',
      'ETS (R)': '.9250 .564 .802',
      'Croston (R)': '1.1599 .657 .901',
      'best published, recalled': '.746 .39 .74',
      'boosted thresholds without neighbours': '.7462 .3912 .7411',
      'boosted thresholds with neighbours in the file (it is sorted by what comes)':
        '.7354 .3872 .7347',
    },
    targets: { 'wQL95': 0.48, 'wQL99': 0.182, 'stock at 90 %': 2.95, 'stock at 95 %': 4.5 },
  },
  {
    file: 'raf_parts.csv.gz',
    horizon: 12,
    rows: {
      'SBA-NB': '1.057 1.601 1.301 .640 – 30.5 40.2 60.5 –',
      'TSB-NB': '1.109 1.732 1.500 .760 – 35.2 44.4 62.5 –',
      'forest + empirical, unscaled': '1.000 1.603 1.315 .647 – 34.4 46.0 80.2 –',
      'scaled forest + empirical': '.999 1.587 1.298 .620 – 30.1 39.8 56.9 –',
    },
    targets: { 'stock at 90 %': 56.5 },
  },
  {
    file: 'auto_parts.csv.gz',
    horizon: 6,
    rows: {
      'SBA-NB': '.581 .359 .244 .097 – 7.47 9.15 11.76 –',
      'TSB-NB': '.583 .357 .242 .095 – 7.43 9.09 11.70 –',
      'forest + empirical, unscaled': '.590 .370 .250 .103 – 7.52 9.17 12.02 –',
      'scaled forest + empirical': '.582 .359 .244 .097 – 7.34 8.99 11.64 –',
    },
    targets: { 'stock at 90 %': 11.65 },
  },
]
