"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { readProofQuestion, watchProofQuestion } from "./ask-proof.ts";

const ProofDialog = dynamic(() => import("./proof-dialog.tsx").then((file) => file.ProofDialog), { ssr: false });
const nothing = (): null => null;

/** Where the password is asked for again; one per shell. What wants it: useSave, ProvenForm. */
export function ProofRegion() {
  const question = useSyncExternalStore(watchProofQuestion, readProofQuestion, nothing);
  return question ? <ProofDialog /> : null;
}
