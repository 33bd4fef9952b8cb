import { CircleCheck, HandHelping, Webhook } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../lib/format.ts';
import { useReasonText } from '../../lib/reason-text.ts';
import { TraceList } from '../../ui/trace-list.tsx';
import type { TestResult } from './operations.ts';

/** The verdict first, then what led to it. */
export function TesterResult({ result }: { result: TestResult }) {
  const { t } = useTranslation();
  const reason = useReasonText();
  const { wouldReply, ruleName, webhookId, reply, detail, blockedBy, trace } = result;
  const ending = wouldReply ? 'reply' : webhookId ? 'webhook' : 'people';
  const Icon = { reply: CircleCheck, webhook: Webhook, people: HandHelping }[ending];
  return (
    <section className="card tester-result" role="status" aria-labelledby="tester-verdict">
      <header data-ending={ending}>
        <Icon size={26} strokeWidth={1.7} aria-hidden="true" />
        <div className="tester-verdict">
          <h2 id="tester-verdict">{t(`tester.endings.${ending}`)}</h2>
          <p>
            {ruleName ? `${t('tester.byRule', { rule: ruleName })} · ` : ''}
            {reason(blockedBy ?? result.reason)} {detail}
          </p>
        </div>
      </header>
      {reply !== null && <p className="rule-reply">{reply}</p>}
      <Cautions result={result} />
      <Findings result={result} />
      {trace.length > 0 && (
        <div>
          <h3>{t('timeline.traces')}</h3>
          <TraceList traces={trace} />
        </div>
      )}
    </section>
  );
}

/** What the gate found in a text of the model, and what else a person should know. */
function Cautions({ result: { gate, warnings } }: { result: TestResult }) {
  const { t } = useTranslation();
  const reason = useReasonText();
  const failed = gate?.failed ?? [];
  return (
    <>
      {gate?.ok && <p className="field-hint">{t('tester.gatePassed')}</p>}
      {failed.length + warnings.length > 0 && (
        <ul className="tester-cautions">
          {failed.map(({ check, found }) => (
            <li key={`${check} ${found}`}>
              {reason(`gate:${check}`)} {found && <q>{found}</q>}
            </li>
          ))}
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Findings({ result: { analysis, screen } }: { result: TestResult }) {
  const { t, i18n } = useTranslation();
  const flags = [
    ...(analysis?.isMedicalQuestion || screen.medical ? [t('inbox.flags.medical')] : []),
    ...(analysis?.requiresEscalation || screen.escalation ? [t('inbox.flags.escalation')] : []),
    ...(analysis?.isSpam ? [t('inbox.flags.spam')] : []),
  ];
  const parts = analysis
    ? [
        t(`inbox.sentiments.${analysis.sentiment}`),
        t('interaction.confidence', { percent: Math.round(analysis.confidence) }),
        languageName(analysis.language, i18n.language),
        ...analysis.topics,
      ]
    : [t('tester.notAnalysed')];
  return (
    <div>
      <h3>{t('tester.understood')}</h3>
      <p className="field-hint">{parts.join(' · ')}</p>
      {flags.length > 0 && <p className="rule-warning">{t('timeline.flags', { flags: flags.join(', ') })}</p>}
      {screen.matched.length > 0 && (
        <p className="field-hint">{t('tester.screen', { words: screen.matched.join(', ') })}</p>
      )}
    </div>
  );
}
