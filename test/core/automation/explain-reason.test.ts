import { describe, expect, it } from 'vitest';
import { explainReason, ReasonCodes } from '../../../shared/core/automation/explain-reason.ts';
import { reasons as german } from '../../../web/src/lib/i18n/locales/de/reasons.ts';
import { reasons as english } from '../../../web/src/lib/i18n/locales/en/reasons.ts';
import { reasons as portuguese } from '../../../web/src/lib/i18n/locales/pt/reasons.ts';

describe('the explanation of a reason', () => {
  it.each(ReasonCodes)('AR-01 is a sentence: %s', (code) => {
    expect(explainReason(code)).toMatch(/^\p{Lu}.+\.$/u);
  });

  it('AR-01 adds the platform’s own words', () => {
    expect(explainReason('platform_refused', 'The comment cannot be answered.')).toBe(
      'The platform refused the reply. (The comment cannot be answered)',
    );
  });

  it('AR-01 says why there is no analysis', () => {
    expect(explainReason('analysis_missing', 'unavailable')).toBe(
      'It could not be analysed. The language model did not answer in time.',
    );
  });

  it('AR-01 shows a code from an older version as it is', () => {
    expect(explainReason('moon_phase')).toBe('moon phase.');
  });

  it.each([
    ['English', english],
    ['German', german],
    ['Portuguese', portuguese],
  ])('AR-01 has its counterpart in the console: %s', (_language, reasons) => {
    const nameOf = (code: string) => code.replace(':', '_');
    expect(ReasonCodes.filter((code) => !Object.hasOwn(reasons, nameOf(code)))).toEqual([]);
  });
});
