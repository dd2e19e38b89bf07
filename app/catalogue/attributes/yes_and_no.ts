/** What people write for yes and for no, in small letters: forms, files and JSON read the same words. */
export const YES: readonly string[] = ['true', '1', 'oui', 'yes', 'نعم']
export const NO: readonly string[] = ['false', '0', 'non', 'no', 'لا']
