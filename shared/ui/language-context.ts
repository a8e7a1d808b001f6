// The language of the page, handed to every component below without a prop.
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../core/language.ts'

/** Vietnamese where nothing provides it. */
export const LanguageContext = createContext<Language>('vi')

/** The language in which a component draws. */
export const useLanguage = (): Language => useContext(LanguageContext)
