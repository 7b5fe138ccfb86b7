import { expect, it } from "vitest";
import { checkTicket } from "../../../../tests/support/random-cart.ts";
import { seededRandom } from "../../../../tests/support/seeded-draw.ts";

const SEED = Number(process.env["CART_SEED"] ?? 20_261_121);
const CARTS = 1_000;

it(`F2 browser, server and an oracle of whole cents agree on ${CARTS} random tickets of seed ${SEED}; npm run fuzz:carts takes a million`, () => {
  const random = seededRandom(SEED);
  for (let n = 1; n <= CARTS; n += 1) expect(checkTicket(random), `number ${n} of seed ${SEED}`).toBeNull();
}, 60_000);
