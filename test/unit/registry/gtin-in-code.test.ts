import { expect, it } from "vitest";
import { gtinIn } from "../../../src/registry/gtin-in-code.ts";

it.each([
  ["a barcode", "article", "8934567890120", "8934567890120"],
  ["a UPC as readers give it", "article", "0036000291452", "036000291452"],
  ["a carton", "article", "18934567890127", "18934567890127"],
  ["a GS1 Digital Link", "data", "https://id.gs1.org/01/08934567890120/10/LO7?17=271231", "8934567890120"],
  [
    "one of a site of one's own",
    "data",
    "https://mam-co-ba.example/nuoc-mam/gtin/8934567890120",
    "8934567890120",
  ],
  ["eight digits in a link", "data", "https://id.gs1.org/01/00000096385074", "96385074"],
  ["a GS1 element string", "data", "(01)08934567890120(10)ABC", "8934567890120"],
  ["a bare number in a QR code", "data", " 8934567890120 ", "8934567890120"],
  ["a link to somewhere", "data", "https://example.vn/san-pham/8934567890120", null],
  ["a link that mentions it only in its query", "data", "https://example.vn/?x=/01/08934567890120", null],
  ["a wrong check digit", "data", "https://id.gs1.org/01/08934567890123", null],
  ["words", "data", "WIFI:S:cafe;P:12345678;;", null],
] as const)("finds the number in %s", (_what, kind, text, gtin) => {
  expect(gtinIn({ kind, text })).toBe(gtin);
});
