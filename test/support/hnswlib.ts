import { canLoadHnswlib } from "../../src/adapters/langchain/hnswlib.ts";

/**
 * Whether suites over hnswlib-node, an optional dependency, are skipped: where it could not be built. With
 * NSCL_REQUIRE_HNSWLIB=1 nothing is skipped, so that its absence fails.
 */
export const withoutHnswlib = process.env["NSCL_REQUIRE_HNSWLIB"] !== "1" && !(await canLoadHnswlib());
if (withoutHnswlib)
  console.warn(
    "Tests of dense search skipped: hnswlib-node is not built here (it needs python3, make and g++).",
  );
