import {
  Brain,
  CircleCheck,
  Clock3,
  Ear,
  HandHelping,
  type LucideIcon,
  MessageCircleReply,
  PencilLine,
  Radar,
  Scale,
  Trash2,
} from 'lucide-react';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import type { TimelineEntry } from './operations.ts';
import { RuleTraces } from './rule-traces.tsx';
import { useTimelineText } from './timeline-text.ts';
import { useTimeline } from './use-interaction.ts';

type Step = TimelineEntry['step'];

const signs: Record<Step, { icon: LucideIcon; tone: 'grey' | 'green' | 'signal' | 'accent' }> = {
  captured: { icon: Ear, tone: 'grey' },
  edited: { icon: PencilLine, tone: 'grey' },
  analysed: { icon: Brain, tone: 'accent' },
  decided: { icon: Scale, tone: 'accent' },
  waiting: { icon: Clock3, tone: 'accent' },
  attempted: { icon: Radar, tone: 'signal' },
  manual: { icon: HandHelping, tone: 'signal' },
  replied: { icon: MessageCircleReply, tone: 'green' },
  closed: { icon: CircleCheck, tone: 'grey' },
  deleted: { icon: Trash2, tone: 'grey' },
};

/** That a comment waits for a person follows from a decision with the same reason and need not be said twice. */
function withoutEchoes(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const decided = entries.find((entry) => entry.step === 'decided');
  return entries.filter((entry) => entry.step !== 'manual' || entry.code !== decided?.code);
}

/** What happened to a comment, step by step, and why it was or was not answered. */
export function Timeline({ interactionId }: { interactionId: string }) {
  const { data: entries, error, refetch } = useTimeline(interactionId);
  const textOf = useTimelineText();
  if (error && !entries) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!entries) return <SkeletonList rows={3} />;
  return (
    <ol className="timeline">
      {withoutEchoes(entries).map((entry) => {
        const { icon: Icon, tone } = signs[entry.step];
        const { text, more } = textOf(entry);
        return (
          <li key={`${entry.step}${entry.at}`}>
            <span className="timeline-icon" data-tone={tone}>
              <Icon size={14} aria-hidden="true" />
            </span>
            <p>{text}</p>
            <TimeText at={entry.at} />
            {more && <p className="timeline-more">{more}</p>}
            {entry.step === 'decided' && <RuleTraces interactionId={interactionId} />}
          </li>
        );
      })}
    </ol>
  );
}
