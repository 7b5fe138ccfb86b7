"use client";

import dynamic from "next/dynamic";

/** A till that is nobody's but its owner's does without it, and without its scripts. */
export const TillPersonLater = dynamic(async () => (await import("@/modules/team/ui/till-person.tsx")).TillPerson);
