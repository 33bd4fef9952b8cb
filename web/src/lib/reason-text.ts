import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Says a reason's code in words; a block's family (`safety:medical`) is left out, an unknown code shows itself. */
export function useReasonText(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (code) => {
      const key = `reasons.${code.split(':').at(-1)}`;
      return i18n.exists(key) ? (t as (key: string) => string)(key) : code.replaceAll('_', ' ');
    },
    [t, i18n],
  );
}
