import type { Library } from "./knowledge/library.ts";
import { announcement } from "./dialogue/announcement/announcement.ts";
import { catalogue } from "./dialogue/classes/catalogue.ts";
import { myRegistrations } from "./dialogue/classes/my-registrations.ts";
import { registration } from "./dialogue/classes/registration.ts";
import type { Dialogue } from "./dialogue/dialogue.ts";
import { createEligibilityDialogue } from "./dialogue/eligibility/eligibility.ts";
import { createGtinDialogue } from "./dialogue/gtin/gtin.ts";
import { join } from "./dialogue/join/join.ts";
import { correctEnterprise, correctPerson } from "./dialogue/my-data/correct.ts";
import { myData } from "./dialogue/my-data/my-data.ts";
import { createNeedsCatalogue } from "./dialogue/needs/catalogue.ts";
import { createNeedsDialogue } from "./dialogue/needs/needs.ts";
import { myRequests } from "./dialogue/support/my-requests.ts";
import { supportRequest } from "./dialogue/support/support-request.ts";
import { topics } from "./dialogue/topics/topics.ts";

/** Every dialogue a person can have. */
export function allDialogues(library: Library): readonly Dialogue[] {
  return [
    catalogue,
    registration,
    myRegistrations,
    supportRequest,
    myRequests,
    createEligibilityDialogue(),
    createNeedsDialogue(createNeedsCatalogue(library)),
    createGtinDialogue(),
    topics,
    join,
    myData,
    correctPerson,
    correctEnterprise,
    announcement,
  ];
}
