import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Says a reason's code in words; a block's family (`safety:medical`) may be left out, an unknown code shows itself. */
export function useReasonText(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (code) => {
      const names = [code.replace(':', '_'), code.split(':').at(-1)];
      const key = names.map((name) => `reasons.${name}`).find((name) => i18n.exists(name));
      return key ? (t as (key: string) => string)(key) : code.replaceAll('_', ' ');
    },
    [t, i18n],
  );
}
