/** A part of a text that keeps its own order beside words of another direction (U+2068 and U+2069). */
export const isolated = (part: string) => `\u2068${part}\u2069`
