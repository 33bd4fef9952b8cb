import { CircleCheck, EyeOff, Mail, MailOpen, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMembers } from '../../lib/members.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { BulkChange } from './operations.ts';
import type { Selection } from './selection.ts';
import { useBulkChange } from './use-bulk-change.ts';

/** What can be done with all ticked rows at once; what could not be done with some of them is said. */
export function BulkBar({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const toast = useToast();
  const members = useMembers().data ?? [];
  const bulk = useBulkChange();
  const count = selection.ids.length;

  const change = (changes: BulkChange) =>
    bulk.mutate(
      { interactionIds: [...selection.ids], change: changes },
      {
        onSuccess: ({ items }) => {
          const failed = items.filter(({ outcome }) => outcome === 'failed').length;
          const done = items.length - failed;
          if (done > 0) toast({ tone: 'done', text: t('inbox.bulk.done', { count: done }) });
          if (failed > 0) toast({ tone: 'error', text: t('inbox.bulk.failed', { count: failed }) });
          selection.clear();
        },
      },
    );

  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('inbox.bulk.label')}>
      <strong className="bulk-bar-count">{t('inbox.bulk.selected', { count })}</strong>
      <Button
        size="small"
        icon={CircleCheck}
        busy={bulk.isPending}
        onClick={() => change({ status: 'closed' })}
      >
        {t('interaction.close')}
      </Button>
      <IconButton icon={MailOpen} label={t('inbox.bulk.markRead')} onClick={() => change({ isRead: true })} />
      <IconButton icon={Mail} label={t('interaction.markUnread')} onClick={() => change({ isRead: false })} />
      <IconButton icon={EyeOff} label={t('interaction.hide')} onClick={() => change({ hidden: true })} />
      <select
        aria-label={t('interaction.assignee')}
        value=""
        onChange={({ target }) => change({ assigneeId: target.value === 'nobody' ? null : target.value })}
      >
        <option value="">{t('inbox.bulk.assign')}</option>
        <option value="nobody">{t('interaction.nobody')}</option>
        {members.map(({ memberId, email }) => (
          <option key={memberId} value={memberId}>
            {email}
          </option>
        ))}
      </select>
      <Button size="small" look="quiet" onClick={selection.selectAll}>
        {t('inbox.bulk.all')}
      </Button>
      <IconButton icon={X} label={t('inbox.bulk.clear')} onClick={selection.clear} />
    </div>
  );
}
