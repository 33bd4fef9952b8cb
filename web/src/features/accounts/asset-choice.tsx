import { useTranslation } from 'react-i18next';
import type { Provider } from '../../lib/provider.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { FoundAsset } from './operations.ts';

interface AssetChoiceProps {
  asset: FoundAsset;
  provider: Provider;
  /** Why it was refused when it was tried just now. */
  refusal: FoundAsset['gaps'][number]['code'] | undefined;
  chosen: boolean;
  onToggle(): void;
}

export function AssetChoice({ asset, provider, refusal, chosen, onToggle }: AssetChoiceProps) {
  const { t } = useTranslation();
  const gaps = refusal ? [refusal] : asset.gaps.map((gap) => gap.code);
  return (
    <li>
      <label className="asset-choice" data-usable={gaps.length === 0}>
        <input
          type="checkbox"
          checked={chosen && gaps.length === 0}
          disabled={gaps.length > 0}
          onChange={onToggle}
        />
        <Avatar name={asset.name} imageUrl={asset.avatarUrl} provider={provider} />
        <span>
          <strong>{asset.name}</strong>
          {gaps.map((gap) => (
            <small key={gap}>{t(`accounts.gaps.${gap}`)}</small>
          ))}
        </span>
      </label>
    </li>
  );
}
