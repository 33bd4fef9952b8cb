import { Check, Sparkles, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../lib/format.ts';
import { useMay } from '../../lib/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { MergeProposal } from './operations.ts';
import { useMergeDecision } from './publication-queries.ts';

type Variant = MergeProposal['existing'];

/** What a publication and the directory say differently, side by side with how it could be settled. */
export function MergeProposalCard({ proposal }: { proposal: MergeProposal }) {
  const { t } = useTranslation();
  const mayDecide = useMay('admin');
  const { existing, directory, proposed, conflicts, reason, proposedBy } = proposal;
  const textOf = useVariantText();
  return (
    <article className="card article">
      <div className="article-head">
        <h2>{existing.title}</h2>
        {reason && <p className="article-excerpt">{reason}</p>}
      </div>
      <div className="article-side">
        {proposedBy === 'model' && <Badge icon={Sparkles}>{t('merge.byModel')}</Badge>}
        {mayDecide && <Decision proposal={proposal} />}
      </div>
      <div className="press-table merge-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('merge.field')}</th>
              <th scope="col">{t('merge.existing')}</th>
              <th scope="col">{t('merge.directory')}</th>
              <th scope="col">{t('merge.proposed')}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((field) => (
              <tr key={field}>
                <th scope="row">{t(`merge.fields.${field}`)}</th>
                <td>{textOf(existing, field)}</td>
                <td>{textOf(directory, field)}</td>
                <td>
                  <strong>{textOf(proposed, field)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

function useVariantText(): (variant: Variant, field: keyof Variant) => string {
  const { t, i18n } = useTranslation();
  return (variant, field) => {
    if (field === 'type') return t(`publications.types.${variant.type}`);
    const value = variant[field];
    if (field === 'language' && value) return languageName(value, i18n.language);
    return value ?? '–';
  };
}

function Decision({ proposal }: { proposal: MergeProposal }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { confirm, reject } = useMergeDecision(proposal.proposalId, () =>
    toast({ tone: 'done', text: t('state.saved') }),
  );
  return (
    <span className="article-buttons">
      <Button
        size="small"
        look="primary"
        icon={Check}
        busy={confirm.isPending}
        onClick={() => confirm.mutate()}
      >
        {t('merge.confirm')}
      </Button>
      <Button size="small" icon={X} busy={reject.isPending} onClick={() => reject.mutate()}>
        {t('merge.reject')}
      </Button>
    </span>
  );
}
