/** Earshot's mark: a source and two waves that reach it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="7" cy="25" r="4" fill="var(--signal)" />
      <g fill="none" stroke="currentColor" strokeWidth="3.2" strokeLinecap="round">
        <path d="M7 15.2A9.8 9.8 0 0 1 16.8 25" />
        <path d="M7 6.7A18.3 18.3 0 0 1 25.3 25" opacity=".55" />
      </g>
    </svg>
  );
}
