import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTemplates } from '../../lib/templates.ts';
import { Menu } from '../../ui/menu.tsx';
import type { Interaction } from './operations.ts';

interface TemplateMenuProps {
  interaction: Interaction;
  onInsert(text: string): void;
}

/** Offers templates of the comment's language first; the author's name is filled in, the rest is for the person. */
export function TemplateMenu({ interaction, onInsert }: TemplateMenuProps) {
  const { t } = useTranslation();
  const { data: templates = [] } = useTemplates();
  if (templates.length === 0) return null;
  const language = interaction.analysis?.language;
  const sorted = templates.toSorted(
    (a, b) => Number(b.language === language) - Number(a.language === language),
  );
  return (
    <Menu
      label={t('interaction.template')}
      faceNamesIt
      className="button"
      opens="up"
      face={
        <>
          <FileText size={16} aria-hidden="true" />
          <span>{t('interaction.template')}</span>
        </>
      }
    >
      {sorted.map((template) => (
        <button
          key={template.templateId}
          type="button"
          className="menu-item"
          onClick={() => onInsert(template.text.replaceAll('{author_name}', interaction.author.name))}
        >
          {template.name}
        </button>
      ))}
    </Menu>
  );
}
