import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { useMay } from '../../lib/me.ts';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { AuthorData } from './author-data.tsx';
import { Conversation } from './conversation.tsx';
import { InteractionHead } from './interaction-head.tsx';
import { InteractionSide } from './interaction-side.tsx';
import type { Interaction } from './operations.ts';
import { ReplyComposer } from './reply-composer.tsx';
import { Timeline } from './timeline.tsx';
import { useInteraction, useInteractionActions } from './use-interaction.ts';
import { useListKeys } from './use-list-keys.ts';
import './interaction-pane.css';

export function InteractionPane({ interactionId }: { interactionId: string }) {
  const { data: interaction, error, refetch } = useInteraction(interactionId);
  if (interaction) return <Opened interaction={interaction} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <SkeletonList rows={3} tall />;
}

function Opened({ interaction }: { interaction: Interaction }) {
  const { t } = useTranslation();
  const composer = useRef<HTMLTextAreaElement>(null);
  const actions = useInteractionActions(interaction);
  const mayAct = useMay('agent');
  useDocumentTitle(interaction.author.name);
  useReadMark(interaction, mayAct);
  useListKeys({
    r: () => composer.current?.focus(),
    ...(mayAct && {
      e: () => actions.change({ status: interaction.status === 'closed' ? 'new' : 'closed' }),
      u: () => actions.change({ isRead: false }),
    }),
  });

  return (
    <article className="interaction">
      <InteractionHead interaction={interaction} actions={actions} mayAct={mayAct} />
      <div className="interaction-body">
        <div className="interaction-main">
          <Conversation interaction={interaction} />
          {mayAct && <ReplyComposer interaction={interaction} ref={composer} />}
          <section className="interaction-why" aria-labelledby="why">
            <h2 id="why">{t('interaction.why')}</h2>
            <Timeline interactionId={interaction.interactionId} />
          </section>
          <AuthorData interaction={interaction} />
        </div>
        <InteractionSide interaction={interaction} actions={actions} mayAct={mayAct} />
      </div>
    </article>
  );
}

/** Opening marks as read, once per opening: a person may mark it unread again while it is open. */
function useReadMark(interaction: Interaction, mayAct: boolean): void {
  const { change } = useInteractionActions(interaction);
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !mayAct) return;
    done.current = true;
    if (!interaction.isRead) change({ isRead: true });
  }, [interaction.isRead, mayAct, change]);
}
