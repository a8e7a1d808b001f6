// Names as people type them in a hurry: without diacritics, in small letters.

/** `Sở Nội vụ` → `so noi vu`; đ is a letter of its own for Unicode, so it is folded by hand. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
