import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';
import { TokenDialog } from './token-dialog.tsx';
import { type Token, useRevokeToken, useTokens } from './token-queries.ts';

/** Credentials of programs that use the API. */
export function TokenList() {
  const { t } = useTranslation();
  const { data: tokens } = useTokens();
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string>();
  return (
    <section className="card token-list">
      <header>
        <div>
          <h2>{t('organization.tokens')}</h2>
          <p>{t('organization.tokensLead')}</p>
        </div>
        <Button icon={Plus} onClick={() => setCreating(true)}>
          {t('organization.createToken')}
        </Button>
      </header>
      {tokens?.length === 0 && <p className="token-none">{t('organization.noTokens')}</p>}
      <ul>
        {tokens?.map((token) => (
          <TokenRow key={token.tokenId} token={token} />
        ))}
      </ul>
      {creating && (
        <TokenDialog
          onClose={() => setCreating(false)}
          onCreated={(made) => {
            setCreating(false);
            setSecret(made);
          }}
        />
      )}
      {secret && (
        <SecretDialog
          title={t('organization.tokenTitle')}
          text={t('organization.tokenText')}
          label={t('organization.token')}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </section>
  );
}

function TokenRow({ token }: { token: Token }) {
  const { t, i18n } = useTranslation();
  const revoke = useRevokeToken();
  const [asking, setAsking] = useState(false);
  const { tokenId, name, scopes, createdAt, expiresAt } = token;
  const day = (at: string) => formatDate(at, i18n.language);
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <small>
          {t('organization.created', { date: day(createdAt) })} ·{' '}
          {expiresAt ? t('organization.expires', { date: day(expiresAt) }) : t('organization.neverExpires')}
        </small>
        <span className="token-scopes">
          {scopes.map((scope) => (
            <Badge key={scope}>{scope}</Badge>
          ))}
        </span>
      </div>
      <IconButton
        size="small"
        icon={Trash2}
        label={t('organization.revoke', { name })}
        onClick={() => setAsking(true)}
      />
      {asking && (
        <ConfirmDialog
          title={t('organization.revokeTitle', { name })}
          text={t('organization.revokeText')}
          confirm={t('organization.revokeConfirm')}
          onConfirm={() => revoke.mutate(tokenId)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
