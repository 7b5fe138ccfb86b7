"use client";

import { useEffect, useRef, useState } from "react";
import type { Refusal } from "@/kernel/refusal.ts";
import type { Defect } from "@/modules/tenancy/define-action.ts";
import { simulatePricesAction } from "../actions.ts";
import type { Simulation } from "../queries/simulate-prices.ts";

/** Longer than the pause between two keys of a practised typist. */
const TYPING_PAUSE_MS = 300;

interface Told {
  /** Of the question that it answers. */
  asked: string;
  simulation: Simulation | null;
  problem: Refusal | Defect | null;
}

/** Simulates a plan whenever it changes, a short pause after the last change; an answer that comes too late is dropped. */
export function useSimulation(tenantSlug: string, question: Record<string, unknown> | null) {
  const asked = question === null ? "" : JSON.stringify(question);
  const [told, setTold] = useState<Told>({ asked: "", simulation: null, problem: null });
  const latest = useRef("");
  useEffect(() => {
    latest.current = asked;
    if (asked === "") return;
    const timer = setTimeout(() => {
      void simulatePricesAction(tenantSlug, JSON.parse(asked)).then((result) => {
        if (latest.current !== asked) return;
        setTold({ asked, simulation: result.ok ? result.value : null, problem: result.ok ? null : result });
      });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked, tenantSlug]);
  const isCurrent = told.asked === asked && asked !== "";
  return { simulation: asked === "" ? null : told.simulation, problem: isCurrent ? told.problem : null, isCurrent, working: asked !== "" && !isCurrent };
}
