import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useReasonText } from '../../lib/reason-text.ts';
import { Choice } from '../../ui/choice.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useExamples } from './backtest-queries.ts';
import { type Example, type ExampleList, ExampleLists } from './operations.ts';

/** Comments behind a figure: what would have been answered, beside who answered in fact. */
export function BacktestExamples({ jobId }: { jobId: string }) {
  const { t } = useTranslation();
  const [list, setList] = useState<ExampleList>('newly_answered');
  const pages = useExamples(jobId, list);
  return (
    <section className="card tester-result" aria-label={t('backtest.examples')}>
      <Choice
        legend={t('backtest.examples')}
        value={list}
        options={ExampleLists.map((value) => ({ value, label: t(`backtest.lists.${value}`) }))}
        onChange={(next) => setList(next)}
      />
      <PageList
        pages={pages}
        className="backtest-examples"
        keyOf={(example) => example.interactionId}
        render={(example) => <ExampleRow example={example} />}
        empty={<p className="field-hint">{t('backtest.noExamples')}</p>}
      />
    </section>
  );
}

function ExampleRow({ example }: { example: Example }) {
  const { t } = useTranslation();
  const reason = useReasonText();
  const { interactionId, authorName, preview, commentedAt, by, ruleName, reply, inFact } = example;
  const inFactText =
    inFact.by === 'rule'
      ? t('backtest.facts.rule', { rule: inFact.ruleName ?? t('figures.goneRule') })
      : t(`backtest.facts.${inFact.by}`);
  return (
    <>
      <p>
        <Link to={`/inbox/${interactionId}`}>{authorName}</Link> <TimeText at={commentedAt} />
      </p>
      <p>{preview}</p>
      {reply !== null && <p className="rule-reply">{reply}</p>}
      <small>
        {[ruleName && t('tester.byRule', { rule: ruleName }), by && reason(by), inFactText]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  );
}
