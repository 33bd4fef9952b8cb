import { FileText, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../lib/format.ts';
import { useMay } from '../../lib/me.ts';
import { type Template, useTemplates } from '../../lib/templates.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { useTemplateActions } from './automation-queries.ts';
import { TemplateDialog } from './template-dialog.tsx';

const noMore = { hasMore: false, loading: false, onLoad: () => undefined };

export function TemplateList() {
  const { t } = useTranslation();
  const mayChange = useMay('admin');
  const { data: items, error, refetch } = useTemplates();
  const [edited, setEdited] = useState<Template | 'new'>();
  const create = mayChange && (
    <Button look="primary" icon={Plus} onClick={() => setEdited('new')}>
      {t('templates.create')}
    </Button>
  );
  return (
    <>
      {items && items.length > 0 && <div className="rule-list-head">{create}</div>}
      <PageList
        pages={{ items, error, refetch, more: noMore }}
        className="rule-list"
        keyOf={(template) => template.templateId}
        render={(template) => (
          <TemplateCard template={template} mayChange={mayChange} onEdit={() => setEdited(template)} />
        )}
        empty={
          <EmptyState icon={FileText} title={t('templates.emptyTitle')} action={create}>
            {t('templates.empty')}
          </EmptyState>
        }
      />
      {edited && (
        <TemplateDialog
          template={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}

interface TemplateCardProps {
  template: Template;
  mayChange: boolean;
  onEdit(): void;
}

function TemplateCard({ template, mayChange, onEdit }: TemplateCardProps) {
  const { t, i18n } = useTranslation();
  const { remove } = useTemplateActions(template);
  const [asking, setAsking] = useState(false);
  return (
    <article className="card rule">
      <div className="rule-about">
        <h3>
          {template.name} <Badge>{languageName(template.language, i18n.language)}</Badge>
        </h3>
        <p className="rule-reply">{template.text}</p>
      </div>
      {mayChange && (
        <div className="rule-buttons">
          <IconButton size="small" icon={Pencil} label={t('action.edit')} onClick={onEdit} />
          <IconButton size="small" icon={Trash2} label={t('action.delete')} onClick={() => setAsking(true)} />
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title={t('templates.deleteTitle', { name: template.name })}
          text={t('templates.deleteText')}
          confirm={t('action.delete')}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </article>
  );
}
