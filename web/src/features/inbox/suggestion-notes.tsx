import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { useReasonText } from '../../lib/reason-text.ts';
import { FormError } from '../../ui/form-error.tsx';
import type { useSuggestion } from './use-suggestion.ts';

/** What a person should know before posting what the model proposed, or why it proposed nothing. */
export function SuggestionNotes({ suggestion }: { suggestion: ReturnType<typeof useSuggestion> }) {
  const { t } = useTranslation();
  const reason = useReasonText();
  const errorText = useErrorText();
  const { data, error } = suggestion;
  if (error) return <FormError>{errorText(error).advice}</FormError>;
  if (!data) return null;
  const { warnings, gate } = data;
  return (
    <div className="composer-notes" role="status">
      <p>{t('interaction.suggested')}</p>
      <ul>
        {gate.failed.map(({ check, found }) => (
          <li key={`${check} ${found}`}>
            {reason(`gate:${check}`)}
            {found && <q>{found}</q>}
          </li>
        ))}
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </div>
  );
}
