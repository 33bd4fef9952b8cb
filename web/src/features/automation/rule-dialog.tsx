import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Rule } from './operations.ts';
import { ConditionFields } from './rule-condition-fields.tsx';
import { simplify } from './rule-conditions.ts';
import { draftOf, formOf, type RuleForm } from './rule-form.ts';
import { HoursFields } from './rule-hours-fields.tsx';
import { LimitFields } from './rule-limit-fields.tsx';
import { useSaveRule } from './rule-queries.ts';
import { ReplyFields } from './rule-reply-fields.tsx';

export interface RuleFieldsProps {
  form: RuleForm;
  onChange(changes: Partial<RuleForm>): void;
}

interface RuleDialogProps {
  /** Absent for a new one. */
  rule: Rule | undefined;
  onClose(): void;
}

export function RuleDialog({ rule, onClose }: RuleDialogProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const errorText = useErrorText();
  const save = useSaveRule(rule);
  const [form, setForm] = useState<RuleForm>(() => formOf(rule));
  const change = (changes: Partial<RuleForm>) => setForm((current) => ({ ...current, ...changes }));

  function send(event: FormEvent): void {
    event.preventDefault();
    save.mutate(draftOf(form, rule), {
      onSuccess: () => {
        toast({ tone: 'done', text: t(rule ? 'state.saved' : 'rules.created') });
        onClose();
      },
    });
  }

  return (
    <Dialog
      wide
      title={t(rule ? 'rules.edit' : 'rules.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="rule" look="primary" busy={save.isPending}>
            {t(rule ? 'action.save' : 'action.create')}
          </Button>
        </>
      }
    >
      <form id="rule" className="form" onSubmit={send}>
        <TextField
          label={t('rules.name')}
          hint={t('rules.nameHint')}
          minLength={3}
          maxLength={100}
          required
          autoFocus
          value={form.name}
          onChange={({ target }) => change({ name: target.value })}
        />
        <ConditionFields form={form} onChange={change} />
        {simplify(rule?.conditions ?? []).others.length > 0 && (
          <p className="field-hint">{t('rules.keptConditions')}</p>
        )}
        <ReplyFields form={form} onChange={change} />
        <LimitFields form={form} onChange={change} />
        <HoursFields form={form} onChange={change} />
        {save.error && <FormError>{errorText(save.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
