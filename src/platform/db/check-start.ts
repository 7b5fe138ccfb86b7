import { describeError, log } from "../log.ts";
import { refuseUnboundRole } from "./refuse-unbound-role.ts";

/** Ends the process when it must not serve: left to Next, a failed start would answer every request with 500 and stay. */
export async function checkStart(): Promise<void> {
  try {
    await refuseUnboundRole();
  } catch (error) {
    log("error", "start_refused", describeError(error));
    process.exit(1);
  }
}
