/** Fuels as `vehicle_types` has them, in the words of lists; folded. */
export const FUEL_WORDS = {
  'petrol': ['essence', 'gasoline', 'gas', 'benzin', 'super', 'sp95', 'بنزين', 'ايسونس'],
  'diesel': ['gazole', 'gasoil', 'gas oil', 'mazout', 'd', 'ديزل', 'مازوط'],
  'lpg': ['gpl', 'essence gpl', 'petrol lpg', 'autogas', 'غاز'],
  'cng': ['gnv', 'gnc', 'natural gas', 'gaz naturel'],
  'hybrid': [
    'hybride',
    'essence hybride',
    'petrol hybrid',
    'hybride essence',
    'mhev',
    'hev',
    'هجين',
  ],
  'plug-in': ['plug in', 'plug in hybrid', 'hybride rechargeable', 'phev', 'rechargeable'],
  'electric': ['electrique', 'electricite', 'ev', 'bev', 'كهرباء', 'كهربايي'],
  'other': ['autre', 'hydrogene', 'hydrogen', 'ethanol', 'e85'],
} as const satisfies Record<string, string[]>
