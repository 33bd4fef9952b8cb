import { Keyboard, MessagesSquare, RotateCw } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { useMay } from '../../lib/me.ts';
import { IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { InboxFilterBar } from './inbox-filters.tsx';
import { InteractionList } from './interaction-list.tsx';
import { InteractionPane } from './interaction-pane.tsx';
import type { InteractionSummary } from './operations.ts';
import { useSelection } from './selection.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useInbox } from './use-inbox.ts';
import { useListKeys } from './use-list-keys.ts';
import './inbox.css';

export function InboxPage() {
  const { t } = useTranslation();
  const inbox = useInbox();
  const mayAct = useMay('agent');
  const selection = useSelection(useMemo(() => inbox.items.map(idOf), [inbox.items]));
  const [showsShortcuts, setShowsShortcuts] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const listPane = useRef<HTMLElement>(null);
  useDocumentTitle(t('inbox.title'));
  useInboxKeys(inbox, {
    pane: listPane,
    focusSearch: () => searchBox.current?.focus(),
    showHelp: () => setShowsShortcuts(true),
  });

  return (
    <div className="inbox" data-open={inbox.openId !== undefined}>
      <section className="inbox-list" ref={listPane}>
        <header>
          <h1>{t('inbox.title')}</h1>
          <IconButton
            icon={RotateCw}
            label={t('inbox.refresh')}
            busy={inbox.list.isRefetching && !inbox.list.isFetchingNextPage}
            onClick={() => void inbox.list.refetch()}
          />
          <IconButton icon={Keyboard} label={t('shell.shortcuts')} onClick={() => setShowsShortcuts(true)} />
        </header>
        <InboxFilterBar filters={inbox.filters} onChange={inbox.change} searchRef={searchBox} />
        <div className="inbox-rows">
          <InteractionList inbox={inbox} selection={mayAct ? selection : undefined} />
        </div>
        {selection.ids.length > 0 && <BulkBar selection={selection} />}
      </section>
      <section className="inbox-detail" aria-label={t('interaction.conversation')}>
        {inbox.openId ? (
          <InteractionPane key={inbox.openId} interactionId={inbox.openId} />
        ) : (
          <EmptyState icon={MessagesSquare} title={t('inbox.chooseTitle')}>
            {t('inbox.choose')} <span className="inbox-keys">{t('inbox.chooseKeys')}</span>
          </EmptyState>
        )}
      </section>
      {showsShortcuts && <ShortcutsDialog onClose={() => setShowsShortcuts(false)} />}
    </div>
  );
}

const idOf = ({ interactionId }: InteractionSummary) => interactionId;

interface KeyTargets {
  pane: RefObject<HTMLElement | null>;
  focusSearch(): void;
  showHelp(): void;
}

function useInboxKeys(
  { items, openId, pathOf }: ReturnType<typeof useInbox>,
  { pane, focusSearch, showHelp }: KeyTargets,
): void {
  const navigate = useNavigate();
  // Whoever types fast is ahead of what is shown: the next key goes on from where the last one led.
  const headedFor = useRef(openId);
  useEffect(() => {
    headedFor.current = openId;
  }, [openId]);

  const move = (step: number) => {
    const at = items.findIndex((item) => item.interactionId === headedFor.current);
    const next = items[Math.max(0, at + step)];
    if (!next || next.interactionId === headedFor.current) return;
    headedFor.current = next.interactionId;
    void navigate(pathOf(next.interactionId));
    pane.current?.querySelector(`[data-id="${next.interactionId}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useListKeys({
    j: () => move(1),
    k: () => move(-1),
    enter: () => openId === undefined && move(1),
    '/': focusSearch,
    '?': showHelp,
  });
}
