import type { EnterpriseKind } from "../../registry/views.ts";

export interface PickedEnterprise {
  id: string;
  name: string;
  kind: EnterpriseKind;
  area: string;
}

/** Finds an enterprise to write something down for. */
export interface EnterprisePick {
  /** by its folded name; a few, the best known first */
  find(words: string): Promise<readonly PickedEnterprise[]>;
  byId(id: string): Promise<PickedEnterprise | null>;
}
