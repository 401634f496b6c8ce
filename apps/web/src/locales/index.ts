import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh' | 'en';
type Texts = Record<string, object>;

const KEPT = 'fundguard.language';
const LOADERS: Record<Language, () => Promise<{ default: Texts }>> = {
  zh: () => import('./zh/index'),
  en: () => import('./en/index'),
};

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

/** Chinese unless chosen otherwise: the browser's language says little on an office machine. */
export async function startLanguages(): Promise<void> {
  const chosen: Language = localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
  await i18next.use(initReactI18next).init({
    lng: chosen,
    resources: { [chosen]: (await LOADERS[chosen]()).default },
    defaultNS: 'shell',
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
    // Said aloud: no browser test passes over an error in the console.
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key, _shown, _update, options: { readonly defaultValue?: unknown }) => {
      if (options.defaultValue === undefined) console.error(`no text for ${namespace}:${key}`);
    },
  });
  markPage(chosen);
}

export async function chooseLanguage(language: Language): Promise<void> {
  for (const [namespace, texts] of Object.entries((await LOADERS[language]()).default))
    i18next.addResourceBundle(language, namespace, texts, true, true);
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
  markPage(language);
}

const markPage = (language: Language) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};

/** The side of a text in two languages that is read now. */
export const said = ({ zh, en }: { readonly zh: string; readonly en: string }): string =>
  currentLanguage() === 'en' ? en : zh;
