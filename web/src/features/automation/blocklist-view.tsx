import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../lib/api-error.ts';
import { useErrorText } from '../../lib/error-text.ts';
import { useMay } from '../../lib/me.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { useToast } from '../../ui/toast.tsx';
import { entriesOf, faultsIn } from './blocklist-form.ts';
import { type Blocklist, GetBlocklist, SaveBlocklist } from './operations.ts';

/** What keeps a comment from automation wherever it stands in it, and a reply of the model from being posted. */
export function BlocklistView() {
  const api = useApi();
  const { data, error, refetch } = useQuery({
    queryKey: [QueryKeys.blocklist],
    queryFn: ({ signal }) => api.call(GetBlocklist, { signal }),
  });
  if (data) return <BlocklistForm key={data.version} blocklist={data} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonList rows={3} />;
}

function useSaveBlocklist(version: number) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (body: { words: string[]; expressions: string[] }) =>
      api.call(SaveBlocklist, { body, ifMatch: version }),
    onSuccess: (saved) => queries.setQueryData([QueryKeys.blocklist], saved),
  });
}

function BlocklistForm({ blocklist }: { blocklist: Blocklist }) {
  const { t } = useTranslation();
  const toast = useToast();
  const errorText = useErrorText();
  const mayChange = useMay('admin');
  const save = useSaveBlocklist(blocklist.version);
  const [words, setWords] = useState(() => blocklist.words.join('\n'));
  const [expressions, setExpressions] = useState(() => blocklist.expressions.join('\n'));
  const fields = save.error instanceof ApiError ? save.error.fields : {};
  const faultText = (list: 'words' | 'expressions') =>
    faultsIn(fields, list, save.variables?.[list] ?? [])
      .map(({ entry, message }) => t('blocklist.fault', { entry, message }))
      .join(' ') || undefined;

  function send(event: FormEvent): void {
    event.preventDefault();
    save.mutate(
      { words: entriesOf(words), expressions: entriesOf(expressions) },
      { onSuccess: () => toast({ tone: 'done', text: t('state.saved') }) },
    );
  }

  return (
    <form className="card form tester-form" onSubmit={send}>
      <p className="field-hint">{t('blocklist.lead')}</p>
      <TextArea
        label={t('blocklist.words')}
        hint={t('blocklist.wordsHint')}
        error={faultText('words')}
        readOnly={!mayChange}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <TextArea
        label={t('blocklist.expressions')}
        hint={t('blocklist.expressionsHint')}
        error={faultText('expressions')}
        spellCheck={false}
        readOnly={!mayChange}
        value={expressions}
        onChange={({ target }) => setExpressions(target.value)}
      />
      {save.error && <FormError>{errorText(save.error).advice}</FormError>}
      {mayChange && (
        <div>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('blocklist.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
