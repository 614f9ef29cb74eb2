/** Whether the compiled part of hnswlib-node, an optional dependency, is there and runs. */
export async function canLoadHnswlib(): Promise<boolean> {
  try {
    const { default: hnswlib } = await import("hnswlib-node");
    return new hnswlib.HierarchicalNSW("cosine", 2).getNumDimensions() === 2;
  } catch {
    return false;
  }
}
