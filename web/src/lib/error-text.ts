import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from './api-error.ts';

export interface ErrorText {
  title: string;
  /** What to do next. */
  advice: string;
  requestId?: string | undefined;
}

/** Says an error in the person's language where its code is known, else in the API's own words. */
export function useErrorText(): (error: unknown) => ErrorText {
  const { t, i18n } = useTranslation();
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) {
        return { title: t('error.unexpected.title'), advice: t('error.unexpected.advice') };
      }
      const { code, message, requestId } = error;
      const translate = t as (key: string) => string;
      const known = i18n.exists(`error.${code}.title`);
      const title = translate(known ? `error.${code}.title` : 'error.refused.title');
      return { title, advice: known ? translate(`error.${code}.advice`) : message, requestId };
    },
    [t, i18n],
  );
}
