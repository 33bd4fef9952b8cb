import type { Analysis, Sentiment } from '../../../shared/core/analysis/analysis.ts';
import type { Interaction } from '../../../shared/core/interactions/interaction.ts';
import { anAnalysis, anInteraction } from '../../support/conversation-builders.ts';

const Minute = 60_000;

interface Said {
  id: string;
  by: string;
  text: string;
  minutesAgo: number;
  sentiment: Sentiment;
  analysis?: Partial<Analysis>;
  more?: Partial<Interaction>;
}

/** A morning at a coffee bar's page: praise, questions, complaints and what must never be answered by a rule. */
const morning: readonly Said[] = [
  {
    id: 'int_praise',
    by: 'Lena Hartmann',
    text: 'Best flat white in town. The new autumn blend is wonderful, thank you!',
    minutesAgo: 3,
    sentiment: 'gratitude',
  },
  {
    id: 'int_medical',
    by: 'Tomás Figueira',
    text: 'My doctor put me on blood thinners. Can I still drink your turmeric latte?',
    minutesAgo: 9,
    sentiment: 'question',
    analysis: { isMedicalQuestion: true, topics: ['turmeric latte', 'health'] },
    more: { status: 'manual', manualReason: { code: 'medical', detail: null, since: '' } },
  },
  {
    id: 'int_hours',
    by: 'Jonas Weber',
    text: 'Habt ihr am Sonntag auch offen? Wir kommen mit acht Leuten.',
    minutesAgo: 26,
    sentiment: 'question',
    analysis: { language: 'de', topics: ['Öffnungszeiten'] },
    more: { status: 'manual', manualReason: { code: 'no_match', detail: null, since: '' } },
  },
  {
    id: 'int_wait',
    by: 'Sofia Lindgren',
    text: 'Waited 35 minutes for a cold cappuccino. Third time this month. I want to speak to whoever runs this place.',
    minutesAgo: 41,
    sentiment: 'frustration',
    analysis: { requiresEscalation: true, score: 0.08, topics: ['waiting time', 'service'] },
    more: {
      status: 'manual',
      manualReason: { code: 'escalation', detail: null, since: '' },
      author: {
        externalId: 'p4',
        name: 'Sofia Lindgren',
        avatarUrl: null,
        followers: 18_400,
        verified: true,
      },
    },
  },
  {
    id: 'int_answered',
    by: 'Inês Carvalho',
    text: 'Adoro este sítio! O bolo de laranja é uma maravilha.',
    minutesAgo: 64,
    sentiment: 'positive',
    analysis: { language: 'pt', topics: ['bolo de laranja'] },
    more: {
      status: 'replied',
      isRead: true,
      reply: {
        text: 'Obrigado, Inês! Até breve.\n— your Bean Bar team',
        repliedBy: 'automation',
        memberId: null,
        repliedAt: '',
        externalReplyId: 'r1',
      },
    },
  },
  {
    id: 'int_vegan',
    by: 'Priya N.',
    text: 'Is the hazelnut cake vegan? Asking for a whole office.',
    minutesAgo: 122,
    sentiment: 'question',
    more: { isRead: true, tags: ['menu'] },
  },
  {
    id: 'int_spam',
    by: 'Crypto King 88',
    text: 'I made $4,000 in one week, ask me how >>> earn-fast.example',
    minutesAgo: 180,
    sentiment: 'neutral',
    analysis: { isSpam: true },
    more: { isHidden: true, isRead: true, status: 'closed' },
  },
  {
    id: 'int_cups',
    by: 'Markus Brandt',
    text: 'Schade, dass es keine Mehrwegbecher mehr gibt.',
    minutesAgo: 300,
    sentiment: 'negative',
    analysis: { language: 'de', score: 0.3, topics: ['Mehrwegbecher'] },
    more: { isRead: true },
  },
];

/** Interactions as a store holds them, the newest first, told by their distance from now. */
export function someInteractions(now: number): Interaction[] {
  return morning.map(({ id, by, text, minutesAgo, sentiment, analysis, more = {} }) => {
    const at = new Date(now - minutesAgo * Minute).toISOString();
    const author = { externalId: id, name: by, avatarUrl: null, followers: null, verified: null };
    const interaction = anInteraction({
      interactionId: id,
      contentId: 'con_autumn',
      author,
      text,
      permalink: `https://www.facebook.com/${id}`,
      commentedAt: at,
      capturedAt: at,
      updatedAt: at,
      analysis: anAnalysis({ sentiment, analysedAt: at, ...analysis }),
      ...more,
    });
    const { manualReason, reply } = interaction;
    return {
      ...interaction,
      decision: decisionOn(interaction, at),
      manualReason: manualReason && { ...manualReason, since: at },
      reply: reply && { ...reply, repliedAt: new Date(now - (minutesAgo - 2) * Minute).toISOString() },
    };
  });
}

function decisionOn({ manualReason, reply }: Interaction, decidedAt: string): Interaction['decision'] {
  if (manualReason) {
    const { code } = manualReason;
    const blockedBy = code === 'no_match' ? null : `safety:${code}`;
    const rule = { ruleId: null, ruleName: null };
    return { decidedAt, outcome: 'manual', shouldAutoReply: false, reason: code, blockedBy, ...rule };
  }
  if (!reply) return null;
  return {
    decidedAt,
    outcome: 'reply',
    shouldAutoReply: true,
    reason: 'rule_matched',
    blockedBy: null,
    ruleId: 'rule_1',
    ruleName: 'Thank for praise',
  };
}
