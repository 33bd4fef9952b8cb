import { useTranslation } from 'react-i18next';
import { useTemplates } from '../../lib/templates.ts';
import { useWebhooks } from '../../lib/webhooks.ts';
import { Checkbox, Select, TextArea } from '../../ui/field.tsx';
import { ActionTypes, ReplyTones } from './rule-action.ts';
import type { RuleFieldsProps } from './rule-dialog.tsx';

export function ReplyFields({ form, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  const { actionType } = form;
  return (
    <fieldset className="rule-part">
      <legend>{t('rules.consequence')}</legend>
      <Select
        label={t('rules.replyWith')}
        hint={t(`rules.actionHints.${actionType}`)}
        value={actionType}
        onChange={({ target }) => {
          const chosen = ActionTypes.find((type) => type === target.value);
          if (chosen) onChange({ actionType: chosen });
        }}
      >
        {ActionTypes.map((type) => (
          <option key={type} value={type}>
            {t(`rules.actions.${type}`)}
          </option>
        ))}
      </Select>
      {actionType === 'reply_fixed' && (
        <TextArea
          label={t('rules.texts')}
          hint={t('rules.textsHint')}
          required
          value={form.texts}
          onChange={({ target }) => onChange({ texts: target.value })}
        />
      )}
      {actionType === 'reply_template' && <TemplateChoice form={form} onChange={onChange} />}
      {actionType === 'reply_template_ai' && <OneTemplate form={form} onChange={onChange} />}
      {(actionType === 'reply_ai' || actionType === 'reply_template_ai') && (
        <GenerationFields form={form} onChange={onChange} />
      )}
      {actionType === 'send_webhook' ? (
        <WebhookChoice form={form} onChange={onChange} />
      ) : (
        <Checkbox
          label={t('rules.signature')}
          checked={form.includeSignature}
          onChange={({ target }) => onChange({ includeSignature: target.checked })}
        />
      )}
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

function OneTemplate({ form, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  const { data: templates = [] } = useTemplates();
  if (templates.length === 0) return <p className="field-hint">{t('rules.noTemplates')}</p>;
  return (
    <Select
      label={t('rules.template')}
      required
      value={form.templateId}
      onChange={({ target }) => onChange({ templateId: target.value })}
    >
      <option value="" />
      {templates.map(({ templateId, name }) => (
        <option key={templateId} value={templateId}>
          {name}
        </option>
      ))}
    </Select>
  );
}

/** What the model is told; what it writes is checked before anybody reads it. */
function GenerationFields({ form, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('rules.tone')}
        value={form.tone}
        onChange={({ target }) => {
          const tone = ReplyTones.find((one) => one === target.value);
          if (tone) onChange({ tone });
        }}
      >
        {ReplyTones.map((tone) => (
          <option key={tone} value={tone}>
            {t(`rules.tones.${tone}`)}
          </option>
        ))}
      </Select>
      <TextArea
        label={t('rules.instructions')}
        hint={t('rules.instructionsHint')}
        maxLength={500}
        value={form.instructions}
        onChange={({ target }) => onChange({ instructions: target.value })}
      />
    </>
  );
}

function WebhookChoice({ form, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  const { data: webhooks = [] } = useWebhooks();
  if (webhooks.length === 0) return <p className="field-hint">{t('rules.noWebhooks')}</p>;
  return (
    <Select
      label={t('rules.webhook')}
      required
      value={form.webhookId}
      onChange={({ target }) => onChange({ webhookId: target.value })}
    >
      <option value="" />
      {webhooks.map(({ webhookId, url, description }) => (
        <option key={webhookId} value={webhookId}>
          {description || url}
        </option>
      ))}
    </Select>
  );
}
