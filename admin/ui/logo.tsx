import { cx } from './cx.ts';

/** The mark: a drop and its rings, opening to the right. Drawn here, used sparingly. */
export function Mark({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      className={cx('shrink-0 text-primary', className)}
      aria-hidden="true"
    >
      <path
        d="M6.5 10.8c2 2.4 3.1 4 3.1 5.6a3.1 3.1 0 0 1-6.2 0c0-1.6 1.1-3.2 3.1-5.6z"
        className="fill-accent"
        stroke="none"
      />
      <path d="M12.7 10.7a7.6 7.6 0 0 1 0 10.6" />
      <path d="M17 6.7a13.4 13.4 0 0 1 0 18.6" opacity=".75" />
      <path d="M21.3 2.7a19.2 19.2 0 0 1 0 26.6" opacity=".5" />
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
      <path d="M60 22c7 8.5 11 14 11 19.5a11 11 0 0 1-22 0C49 36 53 30.5 60 22z" className="fill-accent" />
      <path d="M55 43a5.5 5.5 0 0 0 4.5 5.2" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" opacity=".8" />
    </svg>
  );
}
