import { randomBytes } from "node:crypto";
import { DEFAULT_SETTINGS } from "../../registry/deadlines.ts";
import type { WorkingCalendar } from "../../registry/working-calendar.ts";
import type { RegistryParts } from "./commands/scope.ts";
import { guardSeats } from "./seats.ts";

/** What must be given; the rest has its usual value. */
export type GivenParts = { calendar: WorkingCalendar } & Partial<RegistryParts>;

export function registryParts(given: GivenParts): RegistryParts {
  return {
    settings: DEFAULT_SETTINGS,
    randomBytes,
    consoleLink: () => null,
    certificateLink: () => null,
    announcementLink: () => null,
    channels: () => null,
    previews: () => [],
    guard: guardSeats,
    ...given,
  };
}
