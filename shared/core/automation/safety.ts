import type { Analysis } from '../analysis/analysis.ts';
import type { InteractionStatus } from '../interactions/interaction.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../kernel/time.ts';
import type { ReasonCode } from './explain-reason.ts';
import type { ScreenResult } from './screens/screen-result.ts';
import { ScreenedLanguages } from './screens/screen-text.ts';

/** Everything that the absolute safety blocks look at; read fresh before a post. */
export interface SafetyFacts {
  /** At the decision, or right before posting. */
  phase: 'decision' | 'sending';
  now: Instant;
  status: InteractionStatus;
  isAnswered: boolean;
  /** A person took it up again: it is theirs, and may have been answered before. */
  isReopened: boolean;
  /** By the account itself, or by another account of the organization (AR-22). */
  isFromOwner: boolean;
  blocklistHits: readonly string[];
  analysis: Analysis | null;
  screen: ScreenResult;
  commentedAt: Instant;
  automationEnabledAt: Instant | null;
  /** The platform's terms want a consent to automation that nobody has given. */
  lacksConsent: boolean;
}

interface SafetyBlock {
  code: ReasonCode;
  /** `manual`: a person must handle it; `recorded`: kept from automation, and that is all. */
  consequence: 'manual' | 'recorded';
  fires(facts: SafetyFacts): boolean;
}

const screened: readonly string[] = ScreenedLanguages;

function isTooOld({ phase, now, commentedAt, automationEnabledAt }: SafetyFacts): boolean {
  if (automationEnabledAt === null || commentedAt < automationEnabledAt) return true;
  return phase === 'decision' && commentedAt < addMilliseconds(now, -MillisecondsPerDay);
}

/** A waiting reply has put its own interaction into `reply_scheduled`; that alone does not stop it. */
function isNotNew({ phase, status }: SafetyFacts): boolean {
  return status !== 'new' && !(phase === 'sending' && status === 'reply_scheduled');
}

/**
 * The absolute blocks (AR-02): no rule, role or API can switch them off.
 * The order is that of the reasons: what ends the matter, then what people must see, then what is merely recorded.
 */
export const SafetyBlocks: readonly SafetyBlock[] = [
  { code: 'from_owner', consequence: 'recorded', fires: (facts) => facts.isFromOwner },
  { code: 'already_answered', consequence: 'recorded', fires: (facts) => facts.isAnswered },
  { code: 'not_new', consequence: 'recorded', fires: isNotNew },
  {
    code: 'medical',
    consequence: 'manual',
    fires: ({ analysis, screen }) => screen.medical || (analysis?.isMedicalQuestion ?? false),
  },
  {
    code: 'escalation',
    consequence: 'manual',
    fires: ({ analysis, screen }) => screen.escalation || (analysis?.requiresEscalation ?? false),
  },
  { code: 'blocklist', consequence: 'manual', fires: (facts) => facts.blocklistHits.length > 0 },
  { code: 'spam', consequence: 'recorded', fires: ({ analysis }) => analysis?.isSpam ?? false },
  { code: 'reopened', consequence: 'recorded', fires: (facts) => facts.isReopened },
  { code: 'too_old', consequence: 'recorded', fires: isTooOld },
  { code: 'analysis_missing', consequence: 'manual', fires: (facts) => facts.analysis === null },
  {
    code: 'unscreened_language',
    consequence: 'manual',
    fires: ({ analysis }) => analysis !== null && !screened.includes(analysis.language),
  },
  { code: 'no_consent', consequence: 'manual', fires: (facts) => facts.lacksConsent },
];

export interface FiredBlocks {
  /** All that fired, the first one first. */
  codes: [ReasonCode, ...ReasonCode[]];
  consequence: 'manual' | 'recorded';
}

/** Names every absolute block that fires, and whether a person must handle the interaction (AR-02). */
export function firedBlocks(facts: SafetyFacts): FiredBlocks | undefined {
  const [first, ...others] = SafetyBlocks.filter((block) => block.fires(facts));
  return first && { codes: [first.code, ...others.map(({ code }) => code)], consequence: first.consequence };
}

const FamilyOf: Record<string, string> = { blocklist: '', no_consent: 'account:' };

/** How a fired block is named in records: `safety:medical`, `account:no_consent`, and plainly `blocklist` (AR-14). */
export function blockName(code: string): string {
  return `${FamilyOf[code] ?? 'safety:'}${code}`;
}
