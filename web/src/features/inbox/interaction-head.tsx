import { ArrowLeft, BadgeCheck, CircleCheck, ExternalLink, Mail, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { formatNumber } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ProviderNames } from '../../ui/provider-icon.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { InteractionBadges } from './interaction-badges.tsx';
import { ModerationButtons } from './moderation-buttons.tsx';
import { flagsOf, type Interaction } from './operations.ts';
import type { InteractionActions } from './use-interaction.ts';

interface InteractionHeadProps {
  interaction: Interaction;
  actions: InteractionActions;
  mayAct: boolean;
}

export function InteractionHead({ interaction, actions, mayAct }: InteractionHeadProps) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { author, provider, status, reply } = interaction;
  return (
    <header className="interaction-head">
      <Link className="button button-icon interaction-back" data-look="quiet" to={`/inbox${search}`}>
        <ArrowLeft size={18} aria-hidden="true" />
        <span className="visually-hidden">{t('interaction.back')}</span>
      </Link>
      <Avatar name={author.name} imageUrl={author.avatarUrl} provider={provider} size={44} />
      <div className="interaction-who">
        <h2>
          {author.name}
          {author.verified && (
            <BadgeCheck
              size={17}
              role="img"
              aria-label={t('interaction.verified')}
              className="interaction-verified"
            />
          )}
        </h2>
        <p>
          {t(`inbox.kinds.${interaction.kind}`)} · <TimeText at={interaction.commentedAt} />
          {author.followers !== null && <Followers count={author.followers} />}
        </p>
        <InteractionBadges
          status={status}
          sentiment={interaction.analysis?.sentiment ?? null}
          flags={flagsOf(interaction)}
          repliedBy={reply?.repliedBy ?? null}
          isHidden={interaction.isHidden}
        />
      </div>
      <div className="interaction-actions">
        {mayAct && <StatusButtons interaction={interaction} actions={actions} />}
        {interaction.permalink && (
          <a
            className="button button-icon"
            data-look="quiet"
            href={interaction.permalink}
            target="_blank"
            rel="noreferrer"
            title={t('interaction.onPlatform', { provider: ProviderNames[provider] })}
          >
            <ExternalLink size={17} aria-hidden="true" />
            <span className="visually-hidden">
              {t('interaction.onPlatform', { provider: ProviderNames[provider] })}
            </span>
          </a>
        )}
      </div>
    </header>
  );
}

function Followers({ count }: { count: number }) {
  const { t, i18n } = useTranslation();
  return (
    <> · {t('interaction.followers', { count, replace: { count: formatNumber(count, i18n.language) } })}</>
  );
}

function StatusButtons({ interaction, actions }: Omit<InteractionHeadProps, 'mayAct'>) {
  const { t } = useTranslation();
  const { status } = interaction;
  if (status === 'deleted') return null;
  const closes = status === 'closed' ? 'new' : 'closed';
  return (
    <>
      {closes === 'closed' ? (
        <Button size="small" icon={CircleCheck} onClick={() => actions.change({ status: closes })}>
          {t('interaction.close')}
        </Button>
      ) : (
        <Button size="small" icon={RotateCcw} onClick={() => actions.change({ status: closes })}>
          {t('interaction.reopen')}
        </Button>
      )}
      <IconButton
        icon={Mail}
        label={t('interaction.markUnread')}
        onClick={() => actions.change({ isRead: false })}
      />
      <ModerationButtons interaction={interaction} />
    </>
  );
}
