import {
  AlertTriangle,
  Clock3,
  Frown,
  HandHelping,
  Heart,
  HelpCircle,
  type LucideIcon,
  Meh,
  MessageCircleReply,
  Smile,
  Stethoscope,
  ThumbsDown,
  Trash2,
  Zap,
} from 'lucide-react';
import type { Tone } from '../../ui/badge.tsx';
import type { Flag, InteractionStatus, Sentiment } from './operations.ts';

/** Never colour alone: each sign has an icon and a word beside its tone. */
interface Sign {
  tone: Tone;
  icon: LucideIcon;
}

export const sentimentSigns: Record<Sentiment, Sign> = {
  positive: { tone: 'green', icon: Smile },
  gratitude: { tone: 'plum', icon: Heart },
  neutral: { tone: 'grey', icon: Meh },
  question: { tone: 'blue', icon: HelpCircle },
  negative: { tone: 'amber', icon: ThumbsDown },
  frustration: { tone: 'red', icon: Frown },
};

export const statusSigns: Record<InteractionStatus, Sign> = {
  new: { tone: 'grey', icon: MessageCircleReply },
  reply_scheduled: { tone: 'accent', icon: Clock3 },
  manual: { tone: 'signal', icon: HandHelping },
  replied: { tone: 'green', icon: MessageCircleReply },
  closed: { tone: 'grey', icon: MessageCircleReply },
  deleted: { tone: 'grey', icon: Trash2 },
};

export const answeredByRule: Sign = { tone: 'green', icon: Zap };

export const flagSigns: Record<Flag, Sign> = {
  medical: { tone: 'red', icon: Stethoscope },
  escalation: { tone: 'red', icon: AlertTriangle },
  spam: { tone: 'grey', icon: Trash2 },
};
