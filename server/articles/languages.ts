/** The languages that are offered, by BCP 47 tag; any other tag may be typed. */
export const languages: Record<string, string> = {
  en: 'English',
  ar: 'Arabic',
  bn: 'Bengali',
  zh: 'Chinese',
  cs: 'Czech',
  da: 'Danish',
  nl: 'Dutch',
  fi: 'Finnish',
  fr: 'French',
  de: 'German',
  el: 'Greek',
  he: 'Hebrew',
  hi: 'Hindi',
  hu: 'Hungarian',
  id: 'Indonesian',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  no: 'Norwegian',
  fa: 'Persian',
  pl: 'Polish',
  pt: 'Portuguese',
  ro: 'Romanian',
  ru: 'Russian',
  es: 'Spanish',
  sw: 'Swahili',
  sv: 'Swedish',
  th: 'Thai',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
  vi: 'Vietnamese',
}

const byName = new Map(Object.entries(languages).map(([tag, name]) => [name.toLowerCase(), tag]))

/** The canonical BCP 47 tag of a tag or an English name of a language; undefined when it is neither. */
export function canonicalLanguage(typed: string): string | undefined {
  const named = byName.get(typed.trim().toLowerCase())
  if (named) return named
  try {
    return new Intl.Locale(typed.trim().replaceAll('_', '-')).baseName
  } catch {
    return undefined
  }
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

/** The English name of a language by its tag: `Arabic`, `Brazilian Portuguese`. */
export const languageName = (tag: string): string => languages[tag] ?? names.of(tag) ?? tag

// Only what the script alone gives away; where several languages share it, the most read one.
const scripts: [RegExp, string][] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
]

/** The likely language of a text by the script of its first 2,000 characters; English for what is written in Latin letters. */
export function guessLanguage(text: string): string {
  const start = text.slice(0, 2_000)
  const letters = start.match(/\p{L}/gu)?.length ?? 0
  const enough = (script: string) => (script === 'ja' ? 0.1 : 0.4) * letters
  return scripts.find(([letter, tag]) => (start.match(letter)?.length ?? 0) > enough(tag))?.[1] ?? 'en'
}
