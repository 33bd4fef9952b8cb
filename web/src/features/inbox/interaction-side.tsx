import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMemberNames, useMembers } from '../../lib/members.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select, TextArea } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Interaction } from './operations.ts';
import type { InteractionActions } from './use-interaction.ts';

interface InteractionSideProps {
  interaction: Interaction;
  actions: InteractionActions;
  mayAct: boolean;
}

/** What the team keeps about a comment: none of it is visible outside or changes what automation does. */
export function InteractionSide({ interaction, actions, mayAct }: InteractionSideProps) {
  const { t } = useTranslation();
  const { data: members = [] } = useMembers();
  const { data: names } = useMemberNames();
  const { assigneeId } = interaction;
  const isFormer = assigneeId !== null && !members.some(({ memberId }) => memberId === assigneeId);
  return (
    <aside className="interaction-side" aria-label={t('interaction.details')}>
      <Select
        label={t('interaction.assignee')}
        value={assigneeId ?? ''}
        disabled={!mayAct}
        onChange={({ target }) => actions.change({ assigneeId: target.value || null })}
      >
        <option value="">{t('interaction.nobody')}</option>
        {members.map(({ memberId, name, email }) => (
          <option key={memberId} value={memberId}>
            {name || email}
          </option>
        ))}
        {isFormer && <option value={assigneeId}>{names?.get(assigneeId) ?? assigneeId}</option>}
      </Select>
      <Tags tags={interaction.tags} disabled={!mayAct} onChange={(tags) => actions.change({ tags })} />
      <Note key={interaction.note} note={interaction.note} disabled={!mayAct} actions={actions} />
    </aside>
  );
}

interface TagsProps {
  tags: readonly string[];
  disabled: boolean;
  onChange(tags: string[]): void;
}

function Tags({ tags, disabled, onChange }: TagsProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');

  function add(event: FormEvent): void {
    event.preventDefault();
    const tag = typed.trim();
    setTyped('');
    if (tag && !tags.includes(tag)) onChange([...tags, tag]);
  }

  return (
    <div className="field">
      <span className="field-title">{t('interaction.tags')}</span>
      <ul className="tags">
        {tags.map((tag) => (
          <li key={tag} className="tag">
            {tag}
            {!disabled && (
              <button
                type="button"
                aria-label={t('interaction.removeTag', { tag })}
                onClick={() => onChange(tags.filter((one) => one !== tag))}
              >
                <X size={13} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <form className="tag-form" onSubmit={add}>
          <input
            className="control"
            aria-label={t('interaction.addTag')}
            placeholder={t('interaction.addTag')}
            maxLength={50}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <IconButton icon={Plus} label={t('interaction.addTag')} type="submit" />
        </form>
      )}
    </div>
  );
}

interface NoteProps {
  note: string;
  disabled: boolean;
  actions: InteractionActions;
}

function Note({ note, disabled, actions }: NoteProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const [typed, setTyped] = useState(note);
  const isChanged = typed.trim() !== note;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        actions.change({ note: typed.trim() }, () =>
          toast({ tone: 'done', text: t('interaction.noteSaved') }),
        );
      }}
    >
      <TextArea
        label={t('interaction.note')}
        placeholder={t('interaction.notePlaceholder')}
        disabled={disabled}
        maxLength={2_000}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {isChanged && (
        <div>
          <Button size="small" type="submit">
            {t('action.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
