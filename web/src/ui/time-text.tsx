import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { absoluteTime, relativeTime } from '../lib/format.ts';

/** Often enough that what is due in seconds counts down. */
const TickMilliseconds = 5_000;

/** "5 minutes ago" that keeps itself true, with the exact time as its tooltip. */
export function TimeText({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TickMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={absoluteTime(at, i18n.language)}>
      {relativeTime(at, Math.max(now, Date.now()), i18n.language)}
    </time>
  );
}
