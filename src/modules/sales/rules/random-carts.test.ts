import { expect, it } from "vitest";
import { checkCart, seededRandom } from "../../../../tests/support/random-cart.ts";

const SEED = Number(process.env["CART_SEED"] ?? 20_261_121);
const CARTS = 1_000;

it(`F2 browser, server and an oracle of whole cents agree on ${CARTS} random carts of seed ${SEED}; npm run fuzz:carts takes a million`, () => {
  const random = seededRandom(SEED);
  for (let cart = 1; cart <= CARTS; cart += 1) expect(checkCart(random), `cart ${cart} of seed ${SEED}`).toBeNull();
}, 60_000);
