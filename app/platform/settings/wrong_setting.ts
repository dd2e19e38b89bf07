/** A setting that the shop cannot start with. Its message is one line: which, and what to write instead. */
export class WrongSetting extends Error {}
