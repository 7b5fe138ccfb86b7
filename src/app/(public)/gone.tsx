import { LinkButton } from "@/ui/link-button.tsx";

/** Instead of a page whose link opens nothing any more: why, and the way on. */
export function Gone({ title, text, href, label }: Record<"title" | "text" | "href" | "label", string>) {
  return (
    <div className="flex flex-col items-start gap-4">
      <h1 className="wide text-xl font-bold">{title}</h1>
      <p className="text-ink-2">{text}</p>
      <LinkButton href={href}>{label}</LinkButton>
    </div>
  );
}
