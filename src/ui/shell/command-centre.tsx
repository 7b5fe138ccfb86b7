"use client";

import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useKeys } from "../keys/use-keys.ts";
import type { PaletteCommand } from "../palette/rank-commands.ts";
import type { PaletteSearch } from "../palette/use-found-results.ts";
import { entriesFor, type NavItem } from "./nav-items.ts";

const CommandPalette = dynamic(() => import("../command-palette.tsx").then((module) => module.CommandPalette), { ssr: false });

interface CommandCentreProps {
  items: readonly NavItem[];
  /** Beyond the pages of the menu: "New product", "Import". */
  actions?: readonly PaletteCommand[];
  search?: PaletteSearch;
}

/** Ctrl K. The palette's code arrives when it is first asked for. */
export function CommandCentre({ items, actions = [], search }: CommandCentreProps) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  useKeys([{ keys: "ctrl+k", label: t("common.palette.open"), run: () => setOpen(true) }], "shell");
  if (!open) return null;
  const pages = entriesFor(items).map(({ item, href, keys }) => ({ id: item, label: t(`nav.items.${item}`), href, keys }));
  return <CommandPalette commands={[...pages, ...actions]} search={search} onClose={() => setOpen(false)} />;
}
