// The two languages of the product: Vietnamese first, English second.

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** `?lang=`, `<html lang>` … → a language of ours; Vietnamese for anything else. */
export const languageOf = (value: string | null | undefined): Language => (value === 'en' ? 'en' : 'vi')
