import { describe, expect, it } from "vitest";
import { quickest } from "../../../../tests/support/quickest.ts";
import { checkPassword } from "./check-password.ts";

const owner = { email: "marta.gomez@ejemplo.com", name: "Marta Gómez", shopName: "Ferretería El Ñandú" };
const codeOf = (password: string) => checkPassword(password, owner)?.code ?? null;

describe("accepts what is long and its own", () => {
  it.each([
    "tornillos que brillan de noche",
    "correct horse battery staple",
    "cuatro gatos y una escalera",
    "kz83hd92mx01",
    " empieza con espacio",
    "ñandúes😀 en fila",
    "lluvia-tucumana-37-veces",
    "🔩🔧🪛🔨🪚🧰🧲🪜🧱🪝🔦🧯",
    "x".repeat(40) + "quién sabe qué es esto",
    "q".concat("ué sé yo, algo así nomás").padEnd(128, " tal vez"),
  ])("%s", (password) => expect(codeOf(password)).toBeNull());
});

describe("C9 refuses what a guesser tries first", () => {
  it.each([
    "passwordpassword", "password1234", "Password2026!", "P4ssw0rd!P4ssw0rd!", "contraseña123", "Contrasena2025", "micontraseña1",
    "123456789012", "1234567890123456", "111111111111", "121212121212", "abcabcabcabc", "abcdefghijkl", "qwertyuiopasdfghjkl",
    "qwertyuiop123", "1q2w3e4r5t6y", "1qaz2wsx3edc", "zxcvbnmasdfgh", "qazwsxedcrfv", "asdfasdfasdf", "iloveyou2020!", "tequieromucho".replace("mucho", "2024"),
    "bocajuniors1905", "riverplate2018", "argentina2022!", "messi10messi10", "administrador1", "admin1234admin", "letmein12345", "welcome12345",
    "bienvenido2026", "29111975291119", "839201847362", "            a", "juan carlos 1980", "kiosco2026kiosco", "senhasenha123", "flamengo2019!!",
    "superman123456", "qwerty12345678", "000000000000", "aaaaaaaaaaab", "Ferreteria2026", "dragon123456", "trustno1trustno1", "amorcito1234",
  ])("%s", (password) => expect(codeOf(password)).toBe("password_common"));
});

it.each([["marta gomez es genial"], ["MartaGómez-la-dueña"], ["marta.gomez.2031.x!"], ["en la ferreteria el nandu"], ["xx Ferretería El Ñandú xx"]])(
  "C9 refuses the names of its owner: %s",
  (password) => expect(codeOf(password)).toBe("password_personal"),
);

it("C7 C8 counts characters and cuts none", () => {
  expect(codeOf("onceletras!")).toBe("password_short");
  expect(codeOf("🔩".repeat(11))).toBe("password_short");
  const longest = "lluvia y viento ".repeat(8);
  expect(longest).toHaveLength(128);
  expect(codeOf(longest)).toBeNull();
  expect(codeOf(`${longest}x`)).toBe("too_long");
});

it("judges a hostile password quickly", () => {
  expect(quickest(() => ["qwertyuiop".repeat(12), "a1b2".repeat(30)].map(codeOf))).toBeLessThan(100);
});
