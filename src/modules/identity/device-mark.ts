import { createHmac, timingSafeEqual } from "node:crypto";
import { isUuid } from "@/kernel/id.ts";
import { env } from "@/platform/env.ts";
import { isSecure } from "./session-token.ts";

export const DEVICE_MARK_MS = 365 * 86_400_000;

export function deviceCookieName(): string {
  return isSecure() ? "__Host-device" : "device";
}

/** Marks a browser as one that this person signed in with. It opens nothing: only guesses made from elsewhere do not count against it. */
export function makeDeviceMark(userId: string): string {
  return `${userId}.${sign(userId).toString("base64url")}`;
}

/** The person a mark was made for, or null when we did not make it. */
export function readDeviceMark(value: string | undefined): string | null {
  const [userId, signature] = (value ?? "").split(".");
  if (!isUuid(userId) || signature === undefined) return null;
  const given = Buffer.from(signature, "base64url");
  const own = sign(userId);
  return given.length === own.length && timingSafeEqual(given, own) ? userId : null;
}

function sign(userId: string): Buffer {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`device:${userId}`).digest();
}
