-- CreateTable
CREATE TABLE "ModelUse" (
    "day" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("day", "who")
);
