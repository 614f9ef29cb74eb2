import { createConversations } from "../../../../src/adapters/prisma/conversations.ts";
import { createFiles } from "../../../../src/adapters/prisma/files.ts";
import { createTranscript } from "../../../../src/adapters/prisma/transcript.ts";
import { transcriptContract } from "../../../contracts/transcript.ts";
import { eachDatabase } from "../../../support/database.ts";

eachDatabase("transcript and files", (given) => {
  transcriptContract({
    transcript: () => createTranscript(given.database),
    files: () => createFiles(given.database),
    conversations: () =>
      createConversations(given.database, () => Promise.reject(new Error("no command is expected"))),
  });
});
