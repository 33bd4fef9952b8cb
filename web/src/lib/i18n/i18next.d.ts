import 'i18next';
import type { en } from './locales/en.ts';

declare module 'i18next' {
  /** Makes a misspelt key fail to compile. */
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}
