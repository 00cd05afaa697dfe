import { cx } from './cx.ts';

/** The mark: a drop and its rings, opening to the right. Drawn here, used sparingly. */
export function Mark({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 28 32"
      width={size * 0.875}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      className={cx('shrink-0 text-primary', className)}
      aria-hidden="true"
    >
      <path d="M8 11c1.9 2.4 3 3.8 3 5.4a3 3 0 0 1-6 0c0-1.6 1.1-3 3-5.4z" fill="currentColor" stroke="none" />
      <path d="M11.3 10.3a6.6 6.6 0 0 1 0 11.4" />
      <path d="M13.8 6a11.6 11.6 0 0 1 0 20" opacity=".7" />
      <path d="M16.2 1.8a16.4 16.4 0 0 1 0 28.4" opacity=".42" />
    </svg>
  );
}

/** Mark and name. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <span className="inline-flex items-center gap-2 font-semibold">
      <Mark size={size} />
      <span className={size > 28 ? 'text-lg' : 'text-base'}>Lan Tỏa</span>
    </span>
  );
}

/** Rings with nothing in them yet: the picture of an empty place. */
export function RingsEmpty({ size = 120 }: { size?: number }) {
  return (
    <svg viewBox="0 0 120 96" width={size} height={size * 0.8} fill="none" aria-hidden="true" className="text-primary">
      <ellipse cx="60" cy="66" rx="56" ry="24" stroke="currentColor" opacity=".18" strokeWidth="1.5" />
      <ellipse cx="60" cy="66" rx="38" ry="16" stroke="currentColor" opacity=".35" strokeWidth="1.5" />
      <ellipse cx="60" cy="66" rx="20" ry="8.5" stroke="currentColor" opacity=".6" strokeWidth="1.5" />
      <path d="M60 22c7 8.5 11 14 11 19.5a11 11 0 0 1-22 0C49 36 53 30.5 60 22z" fill="currentColor" />
      <path
        d="M55 43a5.5 5.5 0 0 0 4.5 5.2"
        className="stroke-paper"
        strokeWidth="1.8"
        strokeLinecap="round"
        opacity=".8"
      />
    </svg>
  );
}
