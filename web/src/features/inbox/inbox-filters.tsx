import { Search, SlidersHorizontal, X } from 'lucide-react';
import { type Ref, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Providers } from '../../lib/provider.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ProviderNames } from '../../ui/provider-icon.tsx';
import { Switch } from '../../ui/switch.tsx';
import { countSet, type InboxFilters, Sentiments, StatusTabs } from './filters.ts';

/** Searching begins when the typing pauses. */
const PauseMilliseconds = 350;

interface InboxFiltersProps {
  filters: InboxFilters;
  onChange(changes: Partial<InboxFilters>): void;
  searchRef: Ref<HTMLInputElement>;
}

export function InboxFilterBar({ filters, onChange, searchRef }: InboxFiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="inbox-filters">
      <div className="inbox-filters-row">
        <SearchBox text={filters.text} onSearch={(text) => onChange({ text })} inputRef={searchRef} />
        <FilterMenu filters={filters} onChange={onChange} />
      </div>
      <ul className="inbox-tabs">
        {StatusTabs.map((tab) => (
          <li key={tab}>
            <button type="button" aria-pressed={filters.tab === tab} onClick={() => onChange({ tab })}>
              {t(`inbox.tabs.${tab}`)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SearchBoxProps {
  text: string;
  onSearch(text: string): void;
  inputRef: Ref<HTMLInputElement>;
}

function SearchBox({ text, onSearch, inputRef }: SearchBoxProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const search = useEffectEvent(() => onSearch(typed.trim()));

  useEffect(() => {
    if (typed.trim() === text) return undefined;
    const timer = setTimeout(search, PauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, text]);

  return (
    <search className="inbox-search">
      <Search size={16} aria-hidden="true" />
      <input
        ref={inputRef}
        type="search"
        aria-label={t('inbox.searchHint')}
        placeholder={t('inbox.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed && (
        <IconButton
          icon={X}
          size="small"
          label={t('action.clear')}
          onClick={() => {
            setTyped('');
            onSearch('');
          }}
        />
      )}
    </search>
  );
}

function FilterMenu({ filters, onChange }: Pick<InboxFiltersProps, 'filters' | 'onChange'>) {
  const { t } = useTranslation();
  const count = countSet(filters);
  return (
    <Menu
      className="inbox-filter-button"
      label={count > 0 ? t('inbox.filterCount', { count }) : t('inbox.filter')}
      face={
        <>
          <SlidersHorizontal size={17} aria-hidden="true" />
          {count > 0 && <span className="inbox-filter-count">{count}</span>}
        </>
      }
    >
      <div className="inbox-filter-sheet">
        <Select
          label={t('inbox.provider')}
          value={filters.provider ?? ''}
          onChange={({ target }) => onChange({ provider: Providers.find((one) => one === target.value) })}
        >
          <option value="">{t('inbox.anyProvider')}</option>
          {Providers.map((provider) => (
            <option key={provider} value={provider}>
              {ProviderNames[provider]}
            </option>
          ))}
        </Select>
        <Select
          label={t('inbox.sentiment')}
          value={filters.sentiment ?? ''}
          onChange={({ target }) => onChange({ sentiment: Sentiments.find((one) => one === target.value) })}
        >
          <option value="">{t('inbox.anySentiment')}</option>
          {Sentiments.map((sentiment) => (
            <option key={sentiment} value={sentiment}>
              {t(`inbox.sentiments.${sentiment}`)}
            </option>
          ))}
        </Select>
        <Switch
          label={t('inbox.onlyUnread')}
          showLabel
          checked={filters.unread}
          onChange={(unread) => onChange({ unread })}
        />
        {count > 0 && (
          <Button
            size="small"
            icon={X}
            onClick={() => onChange({ provider: undefined, sentiment: undefined, unread: false })}
          >
            {t('inbox.clearFilters')}
          </Button>
        )}
      </div>
    </Menu>
  );
}
