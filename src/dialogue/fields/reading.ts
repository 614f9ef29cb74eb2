import type { NameReading } from "../../registry/names.ts";
import type { PhoneReading } from "../../registry/phone.ts";
import type { TaxIdReading } from "../../registry/tax-id.ts";
import type { Read } from "../form.ts";

/** What a form makes of a name that was read; `noteOn` may say something about one that is fine. */
export function fromName(reading: NameReading, noteOn?: (name: string) => string | null): Read<string> {
  if (reading.kind === "mistake") return reading;
  const note = noteOn?.(reading.name) ?? null;
  return note === null
    ? { kind: "value", value: reading.name }
    : { kind: "value", value: reading.name, note };
}

export function fromPhone(reading: PhoneReading): Read<string> {
  return reading.kind === "mistake" ? reading : { kind: "value", value: reading.phone };
}

/** A code that only looks wrong is told of and kept. */
export function fromTaxId(reading: TaxIdReading): Read<string> {
  switch (reading.kind) {
    case "well_formed":
      return { kind: "value", value: reading.taxId };
    case "suspicious":
      return { kind: "value", value: reading.taxId, note: reading.warning };
    case "unreadable":
      return { kind: "mistake", text: reading.mistake };
  }
}
