import type { ItemWords } from "../../registry/knowledge-items.ts";
import { Actions, Field, Form, MistakeList, RevisionField, TextArea, type Mistakes } from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { dayInWords } from "../kit/when.ts";
import { ITEMS } from "../paths.ts";
import type { ConsoleContext } from "../visit.ts";
import type { AskedQuestion, SourceDocument } from "./port.ts";
import { itemTexts as texts } from "./texts.ts";

interface FormGiven {
  title: string;
  action: string;
  cancel: string;
  documents: readonly SourceDocument[];
  /** as stored, or to begin with */
  words: ItemWords;
  /** what was typed and came back */
  form?: SentForm;
  mistakes?: Mistakes;
  /** null for a new one */
  revision: number | null;
  /** what it may answer; all are chosen at first */
  questions?: readonly AskedQuestion[];
  note?: string;
}

export function formPage(c: ConsoleContext, given: FormGiven) {
  const { title, action, cancel, form, mistakes = {}, revision, questions = [], note } = given;
  return showPage(
    c,
    { title, trail: [{ label: texts.title, href: ITEMS }] },
    <>
      <MistakeList mistakes={mistakes} />
      {note !== undefined && <p class="caution">{note}</p>}
      <Form visit={c.var.visit} action={action} class="form card">
        {revision !== null && <RevisionField revision={revision} />}
        <WordsFields {...given} />
        <SourceFields {...given} />
        {questions.length > 0 && <Answers questions={questions} form={form} />}
        <Actions cancel={cancel}>
          <button type="submit" name="viec" value="trinh">
            {texts.saveAndSubmit}
          </button>
          <button type="submit" name="viec" value="luu" class="quiet">
            {texts.saveDraft}
          </button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

type FieldsGiven = Pick<FormGiven, "words" | "form" | "mistakes" | "documents">;

function WordsFields({ words, form, mistakes = {} }: FieldsGiven) {
  return (
    <>
      <TextArea
        name="cau_hoi"
        label={texts.question}
        hint={texts.questionHint}
        rows={2}
        value={form?.text("cau_hoi") ?? words.question}
        mistake={mistakes["cau_hoi"]}
      />
      <TextArea
        name="cach_hoi"
        label={texts.variants}
        hint={texts.variantsHint}
        value={form?.text("cach_hoi") ?? words.variants.join("\n")}
        mistake={mistakes["cach_hoi"]}
        optional
      />
      <TextArea
        name="tra_loi"
        label={texts.answer}
        hint={texts.answerHint}
        rows={6}
        value={form?.text("tra_loi") ?? words.answer}
        mistake={mistakes["tra_loi"]}
      />
    </>
  );
}

function SourceFields({ words, form, mistakes = {}, documents }: FieldsGiven) {
  return (
    <>
      <Field
        name="so_hieu"
        label={texts.document}
        hint={texts.documentHint}
        list="van-ban"
        autocomplete="off"
        value={form?.text("so_hieu") ?? words.document}
        mistake={mistakes["so_hieu"]}
      />
      <datalist id="van-ban">
        {documents.map(({ number, title }) => (
          <option value={number}>{title}</option>
        ))}
      </datalist>
      <Field
        name="ten_van_ban"
        label={texts.documentTitle}
        hint={texts.documentTitleHint}
        value={form?.text("ten_van_ban") ?? words.documentTitle}
        mistake={mistakes["ten_van_ban"]}
      />
      <Field
        name="muc"
        label={texts.section}
        value={form?.text("muc") ?? words.section}
        mistake={mistakes["muc"]}
      />
      <Field
        name="tu_ngay"
        type="date"
        label={texts.validFrom}
        value={form?.text("tu_ngay") ?? words.validFrom ?? ""}
        mistake={mistakes["tu_ngay"]}
        optional
      />
      <Field
        name="den_ngay"
        type="date"
        label={texts.expiresOn}
        hint={texts.expiresHint}
        value={form?.text("den_ngay") ?? words.expiresOn ?? ""}
        mistake={mistakes["den_ngay"]}
        optional
      />
    </>
  );
}

function Answers({
  questions,
  form,
}: {
  questions: readonly AskedQuestion[];
  form: SentForm | undefined;
}) {
  const chosen = new Set(form?.texts("tra_loi_cho") ?? questions.map(({ id }) => id));
  return (
    <fieldset class="field" aria-describedby="tra_loi_cho-goi-y">
      <legend>{texts.answers}</legend>
      <p class="hint" id="tra_loi_cho-goi-y">
        {texts.answersHint}
      </p>
      {questions.map(({ id, question, askedAt }) => (
        <label class="choice">
          <input type="checkbox" name="tra_loi_cho" value={id} checked={chosen.has(id)} />
          <span>
            {question}
            <span class="hint">{dayInWords(askedAt)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
