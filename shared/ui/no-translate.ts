// Keeps translation tools away from numbers.

/** Spread it on an element. Preact's types know only a boolean, which its server renderer leaves out. */
export const untranslated: object = { translate: 'no' }
