import type { Provider } from '../lib/provider.ts';
import { ProviderIcon } from './provider-icon.tsx';
import './avatar.css';

interface AvatarProps {
  name: string;
  imageUrl?: string | null;
  /** Shown as a small mark at the corner. */
  provider?: Provider;
  size?: number;
}

/** A stable hue from the name, so that a person keeps their colour from list to list. */
function hueOf(name: string): number {
  let hue = 7;
  for (const character of name) hue = (hue * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return hue;
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase() || '?';
}

export function Avatar({ name, imageUrl, provider, size = 38 }: AvatarProps) {
  return (
    <span className="avatar" style={{ '--avatar-size': `${size}px`, '--avatar-hue': hueOf(name) }}>
      <span className="avatar-face" aria-hidden="true">
        {initialsOf(name)}
        {imageUrl && (
          <img src={imageUrl} alt="" loading="lazy" onError={(event) => event.currentTarget.remove()} />
        )}
      </span>
      {provider && (
        <span className="avatar-provider">
          <ProviderIcon provider={provider} size={Math.round(size * 0.42)} />
        </span>
      )}
    </span>
  );
}
