import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import type { SpamPattern } from './operations.ts';
import { useSpamPatternActions } from './spam-queries.ts';

interface SpamPatternCardProps {
  pattern: SpamPattern;
  campaignName: string | undefined;
}

export function SpamPatternCard({ pattern, campaignName }: SpamPatternCardProps) {
  const { t } = useTranslation();
  const mayManage = useMay('admin');
  const { setActive, remove } = useSpamPatternActions(pattern);
  const [asking, setAsking] = useState(false);
  const { pattern: text, type, isRegex, isActive, scope, timesMatched, lastMatchedAt, description } = pattern;
  return (
    <article className="card spam-pattern" data-off={!isActive}>
      <Switch
        label={t('spam.switch', { pattern: text })}
        checked={isActive}
        disabled={!mayManage || setActive.isPending}
        onChange={(on) => setActive.mutate(on)}
      />
      <div className="article-head">
        <h2>{text}</h2>
        <p className="article-meta">
          <Badge>{t(`spam.types.${type}`)}</Badge>
          {isRegex && <Badge tone="plum">{t('spam.regex')}</Badge>}
          <span>{scope === 'global' ? t('spam.everywhere') : campaignName}</span>
        </p>
        {description && <p className="article-meta">{description}</p>}
      </div>
      <p className="article-meta">
        {t('spam.matched', { count: timesMatched })}
        {lastMatchedAt && (
          <span>
            · <TimeText at={lastMatchedAt} />
          </span>
        )}
        {mayManage && (
          <IconButton size="small" icon={Trash2} label={t('action.delete')} onClick={() => setAsking(true)} />
        )}
      </p>
      {asking && (
        <ConfirmDialog
          title={t('spam.deleteTitle', { pattern: text })}
          text={t('spam.deleteText')}
          confirm={t('action.delete')}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </article>
  );
}
