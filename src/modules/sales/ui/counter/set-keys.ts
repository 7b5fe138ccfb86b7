import { notify, type CounterCore } from "./counter-core.ts";
import { deviceText } from "./draft-storage.ts";
import { bindKey, chordOf, readKeySetting, type KeyName, type KeySetting } from "./key-profiles.ts";

const kept = (core: CounterCore) => deviceText(`counter.keys.${core.setting.shop.slug}`);

/** The keys of this till, as the device kept them: they belong to the place, not to the person. */
export function loadKeys(core: CounterCore): void {
  core.store.setState({ keys: readKeySetting(kept(core).load()) });
}

export function setKeys(core: CounterCore, keys: KeySetting): void {
  core.store.setState({ keys, rebinding: null });
  kept(core).save(JSON.stringify(keys));
}

/** Waits for the key that a deed is to have from now on. */
export function startRebinding(core: CounterCore, name: KeyName): void {
  core.store.setState({ rebinding: name, notice: null });
}

/** Takes the pressed key for the deed that waits for one. False when none waits. */
export function takeRebinding(core: CounterCore, press: KeyboardEvent): boolean {
  const { rebinding, keys } = core.store.getState();
  if (rebinding === null) return false;
  const chord = chordOf(press);
  if (chord === null) return true;
  if (chord === "escape") {
    core.store.setState({ rebinding: null });
    return true;
  }
  const bound = bindKey(keys, rebinding, chord);
  if (bound === "reserved") notify(core, { kind: "keyReserved" }, "warning");
  else if ("takenBy" in bound) notify(core, { kind: "keyTaken", by: bound.takenBy }, "warning");
  else setKeys(core, bound);
  return true;
}
