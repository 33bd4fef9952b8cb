import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { languageName } from '../../lib/format.ts';
import type { Template } from '../../lib/templates.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, TextArea, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useTemplateActions } from './automation-queries.ts';

const languages = ['en', 'de', 'pt', 'fr', 'es', 'it', 'nl'];

interface TemplateDialogProps {
  /** Absent for a new one. */
  template: Template | undefined;
  onClose(): void;
}

export function TemplateDialog({ template, onClose }: TemplateDialogProps) {
  const { t, i18n } = useTranslation();
  const errorText = useErrorText();
  const { save } = useTemplateActions(template);

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '').trim();
    save.mutate(
      { name: text('name'), text: text('text'), language: text('language') },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog
      title={t(template ? 'templates.edit' : 'templates.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="template" look="primary" busy={save.isPending}>
            {t(template ? 'action.save' : 'action.create')}
          </Button>
        </>
      }
    >
      <form id="template" className="form" onSubmit={send}>
        <TextField
          name="name"
          label={t('templates.name')}
          defaultValue={template?.name}
          maxLength={100}
          required
          autoFocus
        />
        <TextArea
          name="text"
          label={t('templates.text')}
          hint={t('templates.textHint')}
          defaultValue={template?.text}
          maxLength={2_000}
          required
        />
        <Select
          name="language"
          label={t('templates.language')}
          defaultValue={template?.language ?? i18n.language}
        >
          {[...new Set([...(template ? [template.language] : []), ...languages])].map((language) => (
            <option key={language} value={language}>
              {languageName(language, i18n.language)}
            </option>
          ))}
        </Select>
        {save.error && <FormError>{errorText(save.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
