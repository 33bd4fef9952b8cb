import { useTranslation } from 'react-i18next';
import { useTemplates } from '../../lib/templates.ts';
import { Choice } from '../../ui/choice.tsx';
import { Checkbox, TextArea } from '../../ui/field.tsx';
import type { RuleFieldsProps } from './rule-dialog.tsx';

export function ReplyFields({ form, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="rule-part">
      <legend>{t('rules.consequence')}</legend>
      <Choice
        legend={t('rules.replyWith')}
        value={form.replyWith}
        options={[
          { value: 'fixed', label: t('rules.fixed') },
          { value: 'template', label: t('rules.template') },
        ]}
        onChange={(replyWith) => onChange({ replyWith })}
      />
      {form.replyWith === 'fixed' ? (
        <TextArea
          label={t('rules.texts')}
          hint={t('rules.textsHint')}
          required
          value={form.texts}
          onChange={({ target }) => onChange({ texts: target.value })}
        />
      ) : (
        <TemplateChoice form={form} onChange={onChange} />
      )}
      <Checkbox
        label={t('rules.signature')}
        checked={form.includeSignature}
        onChange={({ target }) => onChange({ includeSignature: target.checked })}
      />
    </fieldset>
  );
}

function TemplateChoice({ form, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  const { data: templates = [] } = useTemplates();
  if (templates.length === 0) return <p className="field-hint">{t('rules.noTemplates')}</p>;
  return (
    <fieldset className="rule-choices">
      <legend>{t('rules.templates')}</legend>
      {templates.map(({ templateId, name }) => (
        <Checkbox
          key={templateId}
          label={name}
          checked={form.templateIds.includes(templateId)}
          onChange={({ target }) =>
            onChange({
              templateIds: target.checked
                ? [...form.templateIds, templateId]
                : form.templateIds.filter((one) => one !== templateId),
            })
          }
        />
      ))}
    </fieldset>
  );
}
