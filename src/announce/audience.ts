import { ENTERPRISE_KINDS, TOPICS, type EnterpriseKind, type Topic } from "../registry/views.ts";

/** What somebody did about classes; with events given, about one of these. */
export interface ClassHistory {
  kind: "registered" | "attended" | "never_attended";
  eventIds: readonly string[];
}

/**
 * Whom an announcement is for. What is empty asks for nothing; of a list one is enough, of several parts all must fit.
 * Parts about an enterprise fit when one enterprise of the person has all of them.
 */
export interface AudienceFilter {
  topics: readonly Topic[];
  kinds: readonly EnterpriseKind[];
  /** as written down with the enterprise */
  sectors: readonly string[];
  /** a former district is the list of its communes */
  communeCodes: readonly string[];
  formerProvince: string | null;
  classes: ClassHistory | null;
  /** products with so many stars at least */
  ocopStars: number | null;
  /** members of these associations, as far as their lists name them */
  associationIds: readonly string[];
}

export const EVERYBODY: AudienceFilter = {
  topics: [],
  kinds: [],
  sectors: [],
  communeCodes: [],
  formerProvince: null,
  classes: null,
  ocopStars: null,
  associationIds: [],
};

/** Always the same text for the same audience, whatever the order in which it was picked. */
export function writeAudience(filter: AudienceFilter): string {
  const { topics, kinds, sectors, communeCodes, formerProvince, classes, ocopStars, associationIds } = filter;
  return JSON.stringify({
    topics: sorted(topics),
    kinds: sorted(kinds),
    sectors: sorted(sectors),
    communeCodes: sorted(communeCodes),
    formerProvince,
    classes: classes && { kind: classes.kind, eventIds: sorted(classes.eventIds) },
    ocopStars,
    associationIds: sorted(associationIds),
  });
}

/** What a later version of the program added asks for nothing in an older text; topics and kinds that are gone are left out. */
export function readAudience(text: string): AudienceFilter {
  const filter = { ...EVERYBODY, ...(JSON.parse(text) as Partial<AudienceFilter>) };
  return {
    ...filter,
    topics: filter.topics.filter((one) => Object.hasOwn(TOPICS, one)),
    kinds: filter.kinds.filter((one) => Object.hasOwn(ENTERPRISE_KINDS, one)),
  };
}

/** Whether anything is asked of an enterprise. */
export function asksOfEnterprise(filter: AudienceFilter): boolean {
  const { kinds, sectors, communeCodes, formerProvince, ocopStars, associationIds } = filter;
  return (
    [kinds, sectors, communeCodes, associationIds].some((list) => list.length > 0) ||
    formerProvince !== null ||
    ocopStars !== null
  );
}

function sorted(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort();
}
