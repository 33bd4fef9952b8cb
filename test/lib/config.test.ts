import { describe, expect, it } from 'vitest';
import { readConfig } from '../../lib/config.ts';

describe('the configuration of a stage', () => {
  it('ST-01 needs nothing: the stage dev has defaults for everything', () => {
    expect(readConfig({})).toEqual({
      stage: 'dev',
      mailFrom: 'Earshot <reports@earshot.example>',
      modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
      logRetentionDays: 30,
      replyQuietSeconds: 600,
      figuresWindowSeconds: 300,
      keepsData: false,
    });
  });

  it('AR-12 keeps a shorter quiet period on one machine than in the cloud', () => {
    expect(readConfig({ stage: 'local' }).replyQuietSeconds).toBe(20);
    expect(readConfig({ stage: 'local', replyQuietSeconds: '5' }).replyQuietSeconds).toBe(5);
  });

  it('keeps the data of prod when the stack is deleted', () => {
    expect(readConfig({ stage: 'prod' }).keepsData).toBe(true);
  });

  it.each([
    [{ mailFron: 'a@b.example' }, 'mailFron: there is no such value; known are stage, account'],
    [{ stage: 'Production!' }, 'stage: use at most 16 lower-case letters, digits and hyphens'],
    [{ mailFrom: 'reports' }, 'mailFrom: write "Name <address>" or an address'],
    [{ region: 'Frankfurt' }, 'region: not the name of a region'],
    [{ account: '12' }, 'account: an account number has 12 digits'],
    [{ domain: 'earshot.example' }, 'certificateArn: a domain needs its certificate'],
    [
      { domain: 'earshot.example', certificateArn: 'arn:aws:acm:eu-central-1:1:certificate/1' },
      'certificateArn: CloudFront takes certificates of us-east-1 only',
    ],
    [{ replyQuietSeconds: 'long' }, 'replyQuietSeconds: Invalid input'],
    [{ logRetentionDays: '31' }, 'logRetentionDays: Invalid option: expected one of 7|14|30'],
    [{ alarmEmail: 'nobody' }, 'alarmEmail: Invalid email'],
  ])('refuses %j and says what to write', (context, message) => {
    expect(() => readConfig(context)).toThrow(message);
  });
});
