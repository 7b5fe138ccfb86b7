"use client";

import { LockKeyhole, UserRound } from "lucide-react";
import { useActionState, useState } from "react";
import { FailedAction } from "@/modules/identity/ui/failed-action.tsx";
import { START } from "@/modules/identity/ui/start.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { lockTillAction } from "../actions.ts";
import { PinForm, type PinWords } from "./pin-form.tsx";

interface TillPersonProps {
  /** Slug of the shop of this page. */
  shop: string;
  name: string;
  words: PinWords & Readonly<Record<"person" | "change" | "changeTitle" | "changeText" | "lock", string>>;
}

/** Who stands at a shared till, and how the next one takes over. The lock's form has an id, for the key that sends it. */
export function TillPerson({ shop, name, words }: TillPersonProps) {
  const [changing, setChanging] = useState(false);
  const [state, lock] = useActionState(lockTillAction, START);
  return (
    <div className="flex items-center gap-1">
      <Button tone="quiet" size="sm" aria-label={`${words.person}. ${words.change}`} title={words.change} icon={<UserRound aria-hidden size={16} />} onClick={() => setChanging(true)}>
        <span className="narrow max-w-28 truncate max-sm:sr-only">{name}</span>
      </Button>
      <form action={lock} id="lock-till" className="flex items-center">
        <input type="hidden" name="shop" value={shop} />
        <Button type="submit" tone="quiet" size="sm" title={`${words.lock} (Ctrl L)`} aria-keyshortcuts="Control+L" icon={<LockKeyhole aria-hidden size={16} />}>
          <span className="max-xl:sr-only">{words.lock}</span>
        </Button>
        <FailedAction state={state} />
      </form>
      <Dialog open={changing} onClose={() => setChanging(false)} title={words.changeTitle}>
        <div className="flex flex-col gap-4">
          <p className="text-ink-2">{words.changeText}</p>
          <PinForm shop={shop} words={words} />
        </div>
      </Dialog>
    </div>
  );
}
