import type { Feature } from "../../src/console/feature.ts";
import { conflictPage } from "../../src/console/kit/conflict.tsx";
import { auditedExport, DOCX, sendFile, XLSX } from "../../src/console/kit/download.ts";
import { Filters } from "../../src/console/kit/filters.tsx";
import { goTo } from "../../src/console/kit/flash.tsx";
import {
  Actions,
  Checkbox,
  Choices,
  Field,
  Form,
  MistakeList,
  RevisionField,
  Select,
  TextArea,
} from "../../src/console/kit/form.tsx";
import { sendList, sheetFor, sheetPath, windowed } from "../../src/console/kit/list-export.ts";
import { windowOf } from "../../src/console/kit/list-query.ts";
import { confirmPage } from "../../src/console/kit/notices.tsx";
import { showPage, showPart } from "../../src/console/kit/page.tsx";
import { Badge, Facts, Progress, Tiles } from "../../src/console/kit/parts.tsx";
import { readForm } from "../../src/console/kit/read-form.ts";
import { readListQuery } from "../../src/console/kit/read-list-query.ts";
import { requireSecondFactor } from "../../src/console/kit/second-factor.tsx";
import { DataTable } from "../../src/console/kit/table.tsx";
import { isoDay, isoMinute, readDay, readMinute } from "../../src/console/kit/when.ts";

export const KIT = "/can-bo/mau";

/** Something to show, change and hand out: how each part of the kit is used, and what the tests of the kit look at. */
export function kitFeature(): Feature & { note: { text: string; revision: number }; approved: number } {
  const rows = Array.from({ length: 120 }, (_, at) => ({
    name: `Hợp tác xã số ${at + 1}`,
    members: (at * 37) % 101,
  }));
  const note = { text: "Bản đầu", revision: 0 };
  let done = 0;
  const feature = { note, approved: 0 };

  return Object.assign(feature, {
    nav: [{ label: "Mẫu", href: KIT, needs: "home.see", group: "daily" }],
    tiles: [
      {
        needs: "home.see",
        tiles: () =>
          Promise.resolve([
            { label: "yêu cầu quá hạn", value: 3, href: KIT, tone: "late" },
            { label: "chờ duyệt", value: 1200, href: KIT, tone: "waiting" },
            { label: "lớp đang mở", value: 2, href: KIT },
          ]),
      },
    ],
    routes(routes) {
      routes.page(KIT, "home.see", (c) => {
        const query = readListQuery(c, { sorts: ["ten", "so"], usual: "ten" });
        const found = rows.filter(({ name }) => name.includes(query.words));
        const sign = query.descending ? -1 : 1;
        found.sort((a, b) =>
          query.sort === "so" ? sign * (a.members - b.members) : sign * a.name.localeCompare(b.name, "vi"),
        );
        const { skip, take } = windowOf(query);
        const status = c.req.query("loai") ?? "";
        return showPage(
          c,
          { title: "Các thành phần", wide: true, trail: [{ label: "Mẫu", href: KIT }] },
          <>
            <Tiles tiles={[{ label: "chỗ đã nhận", value: 18, href: KIT, tone: "waiting" }]} />
            <Facts
              facts={[
                ["Ngày", isoDay(c.var.shell.now())],
                ["Tình trạng", <Badge tone="bad">Quá hạn</Badge>],
              ]}
            />
            <Progress id="tien-do" path={`${KIT}/tien-do`} label="Đang tạo báo cáo" done={done} total={4} />
            <Filters
              path={KIT}
              query={query}
              words="Tìm theo tên"
              filters={[
                {
                  name: "loai",
                  label: "Loại",
                  value: status,
                  all: "Tất cả",
                  options: [{ value: "htx", label: "HTX" }],
                },
                { name: "tu_ngay", label: "Từ ngày", value: c.req.query("tu_ngay") ?? "", type: "date" },
              ]}
            />
            <DataTable
              id="danh-sach"
              caption="Hợp tác xã"
              path={KIT}
              query={query}
              filters={{ loai: status }}
              columns={[
                { label: "Tên", sort: "ten", cell: ({ name }) => name },
                { label: "Thành viên", sort: "so", numeric: true, cell: ({ members }) => members },
              ]}
              rows={found.slice(skip, skip + take)}
              total={found.length}
              sheet={sheetFor(c, KIT, "home.see")}
            />
          </>,
        );
      });

      routes.download(sheetPath(KIT), "home.see", (c) =>
        sendList(
          c,
          {
            what: "samples.exported",
            title: "Hợp tác xã",
            fileName: "hop-tac-xa",
            columns: [
              { kind: "text", header: "Tên", value: ({ name }: (typeof rows)[number]) => name },
              { kind: "number", header: "Thành viên", value: ({ members }) => members },
            ],
          },
          windowed(rows),
        ),
      );

      routes.part(`${KIT}/tien-do`, "home.see", (c) => {
        done = Math.min(4, done + 1);
        return showPart(
          c,
          <Progress id="tien-do" path={`${KIT}/tien-do`} label="Đang tạo báo cáo" done={done} total={4} />,
        );
      });

      routes.page(`${KIT}/form`, "home.see", (c) =>
        showPage(
          c,
          { title: "Nhập liệu", trail: [{ label: "Mẫu", href: KIT }] },
          <>
            <MistakeList mistakes={{ ten: "Tên còn thiếu." }} />
            <Form visit={c.var.visit} action={`${KIT}/form`} files class="form card">
              <RevisionField revision={note.revision} />
              <Field name="ten" label="Tên" hint="Như trong giấy phép" mistake="Tên còn thiếu." />
              <TextArea name="ghi_chu" label="Ghi chú" value={note.text} optional />
              <Select
                name="loai"
                label="Loại"
                empty="Chọn loại"
                options={[{ value: "htx", label: "Hợp tác xã" }]}
              />
              <Choices
                name="kenh"
                label="Kênh"
                value="zalo"
                options={[
                  { value: "zalo", label: "Zalo", hint: "Nhắn qua Official Account" },
                  { value: "web", label: "Web" },
                ]}
              />
              <Checkbox name="dong_y" label="Đã được đồng ý" hint="Có bản ghi" checked />
              <Field name="ngay" label="Ngày" type="date" value={isoDay(c.var.shell.now())} />
              <Field name="luc" label="Lúc" type="datetime-local" value={isoMinute(c.var.shell.now())} />
              <Field name="tep" label="Tệp" type="file" accept=".xlsx" optional />
              <Actions cancel={KIT}>
                <button type="submit">Lưu</button>
              </Actions>
            </Form>
          </>,
        ),
      );

      routes.change(`${KIT}/form`, "home.see", async (c) => {
        const form = await readForm(c);
        const text = form.text("ghi_chu");
        if (form.revision() !== note.revision) {
          return conflictPage(c, {
            form,
            fields: [{ label: "Ghi chú", theirs: note.text, yours: text }],
            revision: note.revision,
            current: `${KIT}/form`,
          });
        }
        Object.assign(note, { text, revision: note.revision + 1 });
        const day = readDay(form.text("ngay")) ?? readMinute(form.text("luc"));
        return goTo(
          c,
          KIT,
          `Đã lưu ${form.file("tep")?.name ?? "không tệp"} ${day ? isoDay(day) : "không ngày"}`,
        );
      });

      routes.page(`${KIT}/xoa`, "home.see", (c) =>
        confirmPage(c, {
          title: "Hủy lớp",
          words: <p>Mọi người đã đăng ký được báo ngay.</p>,
          action: `${KIT}/duyet`,
          button: "Hủy lớp",
          cancel: KIT,
          danger: true,
        }),
      );

      routes.change(`${KIT}/duyet`, "home.see", async (c) => {
        const form = await readForm(c);
        const asked = await requireSecondFactor(c, form);
        if (asked) return asked;
        feature.approved += 1;
        return goTo(c, KIT, `Đã duyệt: ${form.text("ly_do")}`);
      });

      routes.download(`${KIT}/danh-sach.xlsx`, "home.see", (c) =>
        auditedExport(
          c,
          { what: "sample.exported", subject: "sample", rows: rows.length },
          { name: "Danh sách người dự.xlsx", mediaType: XLSX, content: new Uint8Array([80, 75]) },
        ),
      );

      routes.download(`${KIT}/mau.docx`, "home.see", (c) =>
        sendFile(c, { name: "mau.docx", mediaType: DOCX, content: new Uint8Array([80, 75]) }),
      );
    },
  } satisfies Feature);
}
