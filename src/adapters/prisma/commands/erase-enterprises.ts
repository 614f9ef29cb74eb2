import type { Tx } from "../database.ts";
import { ERASED } from "./erased.ts";

/** Enterprises nobody speaks for any more: gone, or without a name where numbers hang on them. */
export async function eraseEnterprises(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const others = await tx.enterpriseContact.count({ where: { enterpriseId: id } });
    if (others > 0 || (await hasResults(tx, id))) continue;
    await tx.mergeCandidate.deleteMany({ where: { OR: [{ firstId: id }, { secondId: id }] } });
    if (await isCounted(tx, id)) await blank(tx, id);
    else await tx.enterprise.delete({ where: { id } });
  }
}

/** What the plan's targets count names its enterprise. */
async function hasResults(tx: Tx, enterpriseId: string): Promise<boolean> {
  const counts = await Promise.all([
    tx.supportResult.count({ where: { enterpriseId } }),
    tx.pilotModel.count({ where: { enterpriseId } }),
    tx.trainingNeed.count({ where: { enterpriseId } }),
  ]);
  return counts.some((count) => count > 0);
}

async function isCounted(tx: Tx, enterpriseId: string): Promise<boolean> {
  const registrations = await tx.registration.count({ where: { enterpriseId } });
  return registrations > 0 || (await tx.supportRequest.count({ where: { enterpriseId } })) > 0;
}

/** Kind, commune and size stay: they are what is counted. */
async function blank(tx: Tx, id: string): Promise<void> {
  await tx.enterprise.update({
    where: { id },
    data: { name: ERASED, searchText: "", taxId: null, communeText: "", address: null, products: null },
  });
}
