import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../ui/badge.tsx';
import type { Suggestion } from './operations.ts';

type Confidence = Suggestion['confidence'];

const tones: Record<Confidence, Tone> = { low: 'grey', medium: 'amber', high: 'green', very_high: 'green' };

export function ConfidenceBadge({ confidence }: { confidence: Confidence }) {
  const { t } = useTranslation();
  const name = t(`suggestions.confidences.${confidence}`);
  return <Badge tone={tones[confidence]}>{t('suggestions.confidence', { confidence: name })}</Badge>;
}
