-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Enterprise" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "taxId" TEXT,
    "communeCode" TEXT,
    "communeText" TEXT NOT NULL DEFAULT '',
    "address" TEXT,
    "formerProvince" TEXT,
    "sector" TEXT,
    "products" TEXT,
    "size" TEXT,
    "ocopStars" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_Enterprise" ("address", "communeCode", "communeText", "createdAt", "formerProvince", "id", "kind", "name", "ocopStars", "products", "searchText", "sector", "size", "taxId", "updatedAt") SELECT "address", "communeCode", "communeText", "createdAt", "formerProvince", "id", "kind", "name", "ocopStars", "products", "searchText", "sector", "size", "taxId", "updatedAt" FROM "Enterprise";
DROP TABLE "Enterprise";
ALTER TABLE "new_Enterprise" RENAME TO "Enterprise";
CREATE INDEX "Enterprise_searchText_communeCode_idx" ON "Enterprise"("searchText", "communeCode");
CREATE INDEX "Enterprise_taxId_idx" ON "Enterprise"("taxId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "NeedsUpload_associationId_digest_key" ON "NeedsUpload"("associationId", "digest");
