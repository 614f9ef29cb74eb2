-- AlterTable
ALTER TABLE "Enterprise" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "NeedsUpload_associationId_digest_key" ON "NeedsUpload"("associationId", "digest");
