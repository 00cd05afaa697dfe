/** Three rings that fill from the inside as the work is done: the mark of the house, for how far a review is. */
export function Rings({ share, size = 40 }: { share: number; size?: number }) {
  return (
    <svg
      viewBox="0 0 40 40"
      width={size}
      height={size}
      fill="none"
      aria-hidden="true"
      className="shrink-0 text-primary"
    >
      <circle cx="20" cy="20" r="2.5" fill="currentColor" />
      {[7, 12, 17].map((radius, i) => {
        const done = Math.min(1, Math.max(0, share * 3 - i));
        const round = 2 * Math.PI * radius;
        return (
          <g key={radius} strokeWidth="2.5" strokeLinecap="round">
            <circle cx="20" cy="20" r={radius} className="stroke-line" />
            {done > 0 && (
              <circle
                cx="20"
                cy="20"
                r={radius}
                stroke="currentColor"
                opacity={[1, 0.75, 0.5][i]}
                strokeDasharray={`${round * done} ${round}`}
                transform="rotate(-90 20 20)"
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
