// npm run fuzz:carts [carts] [seed]: what the browser shows, what the server charges and what an oracle of whole cents says, on random carts.
import { checkTicket, seededRandom } from "../tests/support/random-cart.ts";

const carts = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? Date.now() % 4_294_967_296);
if (!Number.isSafeInteger(carts) || carts < 1 || !Number.isSafeInteger(seed)) throw new Error("npm run fuzz:carts [carts] [seed]: two whole numbers");

console.log(`seed ${seed}, ${carts} carts`);
const random = seededRandom(seed);
const begun = performance.now();
for (let cart = 1; cart <= carts; cart += 1) {
  const difference = checkTicket(random);
  if (difference !== null) {
    console.error(`Cart ${cart} of seed ${seed}:\n${difference}`);
    process.exit(1);
  }
  if (cart % 100_000 === 0) console.log(`${cart} carts, ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
}
console.log(`${carts} carts of seed ${seed}: browser total = server total = oracle's, lines, VAT and change too.`);
