import { MessageSquareLock } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Interaction } from './operations.ts';
import { usePrivateReply } from './use-suggestion.ts';

const LongestMessage = 2_000;

/** Offered where the platform takes a message to the author, and only until one was sent. */
export function PrivateReplyButton({ interaction }: { interaction: Interaction }) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const { capabilities, privateReply, isFromOwner } = interaction;
  if (!capabilities.privateReply || privateReply || isFromOwner) return null;
  return (
    <>
      <IconButton
        icon={MessageSquareLock}
        label={t('interaction.private.write')}
        onClick={() => setWriting(true)}
      />
      {writing && <PrivateReplyDialog interaction={interaction} onClose={() => setWriting(false)} />}
    </>
  );
}

function PrivateReplyDialog({ interaction, onClose }: { interaction: Interaction; onClose(): void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const errorText = useErrorText();
  const send = usePrivateReply(interaction);
  const [text, setText] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    send.mutate(text.trim(), {
      onSuccess: () => {
        toast({ tone: 'done', text: t('interaction.private.sent') });
        onClose();
      },
    });
  }

  return (
    <Dialog
      title={t('interaction.private.title', { name: interaction.author.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            type="submit"
            form="private-reply"
            look="primary"
            busy={send.isPending}
            disabled={!text.trim()}
          >
            {t('interaction.private.send')}
          </Button>
        </>
      }
    >
      <form id="private-reply" className="form" onSubmit={submit}>
        <TextArea
          label={t('interaction.private.text')}
          hint={t('interaction.private.hint')}
          maxLength={LongestMessage}
          required
          autoFocus
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {send.error && <FormError>{errorText(send.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
