import { expect, it } from "vitest";
import { wayBack } from "../../../src/console/access/way-back.ts";

it.each([
  ["/can-bo/toi", "/can-bo/toi"],
  ["/can-bo/nhat-ky?trang=2&viec=a", "/can-bo/nhat-ky?trang=2&viec=a"],
  ["/can-bo?a=//b", "/can-bo?a=//b"],
  ["https://evil.example", "/can-bo"],
  ["//evil.example", "/can-bo"],
  ["/can-bo//evil.example", "/can-bo"],
  ["/can-bo@evil.example", "/can-bo"],
  ["/can-bo/../\\evil", "/can-bo"],
  ["/can-bo/../van-ban", "/can-bo"],
  ["/can-bo/\r\nSet-Cookie: a=b", "/can-bo"],
  ["/", "/can-bo"],
  ["", "/can-bo"],
  [undefined, "/can-bo"],
])("leads from %j to %s", (wanted, found) => {
  expect(wayBack(wanted)).toBe(found);
});
