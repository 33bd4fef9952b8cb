import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';

const shortcuts = [
  [['J'], 'next'],
  [['K'], 'previous'],
  [['Enter'], 'open'],
  [['R'], 'reply'],
  [['Ctrl', 'Enter'], 'send'],
  [['E'], 'close'],
  [['U'], 'unread'],
  [['/'], 'search'],
  [['?'], 'help'],
] as const;

export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('shortcuts.title')} onClose={onClose}>
      <dl className="shortcuts">
        {shortcuts.map(([keys, name]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`shortcuts.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
