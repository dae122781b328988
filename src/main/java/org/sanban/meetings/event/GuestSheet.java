package org.sanban.meetings.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.Worksheet;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Guests as a workbook: written with every cell as text, read back by the heads of its columns, each mistake named with its row. */
@Component
class GuestSheet {

    private static final int MOST = 10_000;
    private static final int LONGEST = 500;
    private static final int MOST_TOLD = 50;

    private final MessageSource messages;

    GuestSheet(MessageSource messages) {
        this.messages = messages;
    }

    void write(List<Guest> guests, Locale locale, OutputStream out) throws IOException {
        try (org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "Sanban", "1.0")) {
            Worksheet sheet = book.newWorksheet(messages.getMessage("meetings.guests.title", null, locale));
            for (int column = 0; column < Guest.COLUMNS.size(); column++) {
                sheet.value(0, column, head(Guest.COLUMNS.get(column), locale));
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            sheet.range(1, 0, Math.max(1, guests.size()), Guest.COLUMNS.size() - 1).style().format("@").set();
            for (int row = 0; row < guests.size(); row++) {
                for (int column = 0; column < Guest.COLUMNS.size(); column++) {
                    String cell = guests.get(row).cell(Guest.COLUMNS.get(column));
                    if (!cell.isEmpty()) {
                        sheet.value(row + 1, column, cell);
                    }
                }
            }
        }
    }

    private String head(String column, Locale locale) {
        return messages.getMessage("meetings.guest." + column, null, locale);
    }

    /** @throws Refused beside the file with every row that is wrong; nothing is taken then */
    List<Map<String, String>> read(InputStream in) {
        List<Objection> wrong = new ArrayList<>();
        try (Workbook book = WorkbookFactory.create(in)) {
            Sheet sheet = book.getSheetAt(0);
            Map<Integer, String> columns = columns(sheet, wrong);
            for (CellRangeAddress merged : sheet.getMergedRegions()) {
                object(wrong, "meetings.refusal.guests-merged", merged.formatAsString());
            }
            refuse(wrong);
            if (sheet.getLastRowNum() > MOST) {
                object(wrong, "meetings.refusal.guests-many", MOST);
                refuse(wrong);
            }
            List<Map<String, String>> guests = rows(sheet, columns, wrong);
            refuse(wrong);
            return guests;
        } catch (IOException | org.apache.poi.EmptyFileException | org.apache.poi.UnsupportedFileFormatException | org.apache.poi.EncryptedDocumentException e) {
            throw new Refused(Objection.of("meetings.refusal.guests-file").at("file"));
        } catch (RuntimeException e) {
            if (e instanceof Refused refused) {
                throw refused;
            }
            throw new Refused(Objection.of("meetings.refusal.guests-file").at("file"));
        }
    }

    private Map<Integer, String> columns(Sheet sheet, List<Objection> wrong) {
        Map<String, String> known = new HashMap<>();
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Guest.COLUMNS.forEach(c -> known.put(head(c, locale).strip().toLowerCase(Locale.ROOT), c));
        }
        Map<Integer, String> columns = new LinkedHashMap<>();
        Row heads = sheet.getRow(sheet.getFirstRowNum() < 0 ? 0 : sheet.getFirstRowNum());
        if (heads != null) {
            for (Cell cell : heads) {
                String text = new DataFormatter().formatCellValue(cell).strip();
                String column = known.get(text.toLowerCase(Locale.ROOT));
                if (column == null && !text.isEmpty()) {
                    object(wrong, "meetings.refusal.guests-column", text);
                } else if (column != null && columns.containsValue(column)) {
                    object(wrong, "meetings.refusal.guests-column-twice", text);
                } else if (column != null) {
                    columns.put(cell.getColumnIndex(), column);
                }
            }
        }
        Guest.REQUIRED.stream().filter(c -> !columns.containsValue(c)).forEach(c -> object(wrong, "meetings.refusal.guests-missing", head(c, Locale.SIMPLIFIED_CHINESE)));
        return columns;
    }

    private List<Map<String, String>> rows(Sheet sheet, Map<Integer, String> columns, List<Objection> wrong) {
        DataFormatter format = new DataFormatter();
        List<Map<String, String>> guests = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Integer> names = new HashMap<>();
        for (int r = sheet.getFirstRowNum() + 1; r <= sheet.getLastRowNum(); r++) {
            Row row = sheet.getRow(r);
            Map<String, String> cells = new LinkedHashMap<>();
            columns.forEach((index, column) -> {
                Cell cell = row == null ? null : row.getCell(index);
                String text = cell == null ? "" : format.formatCellValue(cell).strip();
                if (!text.isEmpty()) {
                    cells.put(column, text);
                }
            });
            if (cells.isEmpty()) {
                continue;
            }
            int line = r + 1;
            Guest.REQUIRED.stream().filter(c -> !cells.containsKey(c)).forEach(c -> object(wrong, "meetings.refusal.guests-empty", line, head(c, Locale.SIMPLIFIED_CHINESE)));
            cells.values().stream().filter(t -> t.length() > LONGEST).findFirst().ifPresent(t -> object(wrong, "meetings.refusal.guests-long", line));
            twice(numbers, cells.get("no"), line, "meetings.refusal.guests-number-twice", wrong);
            twice(names, cells.containsKey("nameLocal") ? cells.get("nameLocal") + "\t" + cells.get("organization") : null, line, "meetings.refusal.guests-name-twice", wrong);
            guests.add(cells);
        }
        return guests;
    }

    private static void twice(Map<String, Integer> seen, @org.jspecify.annotations.Nullable String key, int line, String code, List<Objection> wrong) {
        if (key != null) {
            Integer before = seen.putIfAbsent(key, line);
            if (before != null) {
                object(wrong, code, line, before, key.split("\t")[0]);
            }
        }
    }

    private static void object(List<Objection> wrong, String code, Object... args) {
        wrong.add(Objection.of(code, args).at("file"));
    }

    private static void refuse(List<Objection> wrong) {
        if (!wrong.isEmpty()) {
            List<Objection> told = wrong.stream().limit(MOST_TOLD).collect(Collectors.toCollection(ArrayList::new));
            if (wrong.size() > MOST_TOLD) {
                told.add(Objection.of("meetings.refusal.guests-more", wrong.size() - MOST_TOLD).at("file"));
            }
            throw new Refused(told);
        }
    }
}
