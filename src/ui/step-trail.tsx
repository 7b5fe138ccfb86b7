import clsx from "clsx";
import { ArrowRight, Check } from "lucide-react";
import { Marker } from "./marker.tsx";
import { TextLink } from "./text-link.tsx";

interface Step {
  key: string;
  label: string;
  isDone: boolean;
  /** Where it is done; without one the step is told only. */
  href?: string;
}

interface StepTrailProps {
  title: string;
  /** "2 of 4". */
  place: string;
  steps: readonly Step[];
}

/** Steps on one line with the one to take next: a signpost, never in the way. */
export function StepTrail({ title, place, steps }: StepTrailProps) {
  const next = steps.find(({ isDone }) => !isDone);
  return (
    <section aria-label={title} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-ink-2">
      <Marker>{place}</Marker>
      <span>{title}</span>
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {steps.map((step, i) => (
          <li key={step.key} aria-current={step === next ? "step" : undefined} className={clsx("inline-flex items-center gap-1.5", step === next && "font-semibold text-ink")}>
            {i > 0 ? <ArrowRight aria-hidden size={13} className="text-ink-3" /> : null}
            {step.isDone ? <Check aria-hidden size={14} className="text-positive" /> : null}
            {step.href && !step.isDone ? <TextLink href={step.href}>{step.label}</TextLink> : <span className={step.isDone ? "line-through" : undefined}>{step.label}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
