package org.sanban.documents;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the particulars of a paper out of text that somebody pasted: a title with its number, the head of a page, a line of an
 * exchange system. Pure; the patterns are data. What it does not find it leaves open; it never guesses a sender.
 */
public final class PastedText {

    /** @param kinds what a type usually asks for; the registry decides */
    record Words(
            Pattern number, String numberForm, Pattern numberFrame, Pattern letterhead, String about, Map<String, DocType> types,
            Map<DocType, Direction> directions, Map<DocType, Particulars.Kind> kinds, Map<String, UrgencyMark> urgency,
            Pattern telegram, Pattern date, Pattern contact, Pattern signer) {}

    /**
     * What was found.
     *
     * @param code the letters of the number (机关代字), by which the sender may be known
     * @param sender the words before 关于, empty for none
     */
    public record Found(
            @Nullable String docNumber, @Nullable String code, @Nullable String title, String sender, @Nullable DocType docType,
            @Nullable Direction direction, Particulars.@Nullable Kind kind, @Nullable UrgencyMark urgency,
            @Nullable Medium medium, @Nullable LocalDate issuedOn, List<String> signers, @Nullable String contactName, @Nullable String contactPhone) {}

    private static final int LONGEST = 20_000;
    private static final int LONGEST_SENDER = 120;
    private static final int LONGEST_TITLE = 360;
    private static final int FIRST_LINES = 5;
    /** What a title stops before: brackets, and the marks that end a sentence. */
    private static final String STOPS = "\uFF08(\u3014[\u3010\u3002\uFF1B;\uFF0C";

    private final Words words;

    PastedText(Words words) {
        this.words = words;
    }

    public Found read(String pasted) {
        String text = pasted.length() > LONGEST ? pasted.substring(0, LONGEST) : pasted;
        Matcher number = words.number().matcher(text);
        boolean numbered = number.find();
        String code = numbered ? number.group("code") : null;
        String plain = joined(withoutLetterhead(words.numberFrame().matcher(text).replaceFirst(frame -> frame.group().contains("\n") ? "\n" : " ")));
        String found = plain.lines().filter(line -> line.contains(words.about())).map(this::title).filter(Objects::nonNull).findFirst().orElse(null);
        DocType type = found == null ? null : type(found);
        Matcher contact = words.contact().matcher(text);
        boolean contacts = contact.find();
        return new Found(
                numbered ? written(number) : null, code, found, found == null ? "" : found.substring(0, found.indexOf(words.about())).strip(),
                type, type == null ? null : words.directions().get(type), type == null ? null : words.kinds().get(type), urgency(text, found),
                words.telegram().matcher(code == null ? text : code + text).find() ? Medium.TELEGRAM_PLAIN : null, date(text), signers(text),
                contacts ? contact.group("name").strip() : null, contacts ? contact.group("phone") : null);
    }

    /** The red line 某某局文件 (发文机关标志) is no part of the title; where the title lacks a sender it gives that. */
    private String withoutLetterhead(String text) {
        Matcher head = words.letterhead().matcher(text);
        if (!head.find()) {
            return text;
        }
        String rest = text.substring(head.end()).stripLeading();
        return text.substring(0, head.start()) + (rest.startsWith(words.about()) ? head.group("sender").strip() : "\n") + rest;
    }

    private String written(Matcher number) {
        return words.numberForm().replace("{code}", number.group("code")).replace("{year}", number.group("year")).replace("{n}", number.group("n"));
    }

    /** A title may break over lines: lines are joined until one ends in a type. */
    private String joined(String text) {
        List<String> lines = new ArrayList<>(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).contains(words.about())) {
                continue;
            }
            boolean bare = lines.get(i).startsWith(words.about()) && i > 0;
            int from = bare ? i - 1 : i;
            StringBuilder whole = new StringBuilder(bare ? lines.get(i - 1) : "").append(lines.get(i));
            int next = i + 1;
            while (next < lines.size() && next < i + FIRST_LINES && type(whole.toString()) == null) {
                whole.append(lines.get(next++));
            }
            return String.join("\n", lines.subList(0, from)) + "\n" + whole + "\n" + String.join("\n", lines.subList(next, lines.size()));
        }
        return String.join("\n", lines);
    }

    /** 关于转发…通知的通知: from the beginning of the line to the last type that stands before a bracket, a space or the end. */
    private @Nullable String title(String line) {
        int about = line.indexOf(words.about());
        if (about > LONGEST_SENDER) {
            return null;
        }
        for (int end = Math.min(line.length(), LONGEST_TITLE); end > about; end--) {
            boolean stops = end == line.length() || STOPS.indexOf(line.charAt(end)) >= 0 || Character.isWhitespace(line.charAt(end));
            if (stops && type(line.substring(about, end)) != null) {
                return line.substring(0, end).strip();
            }
        }
        return null;
    }

    private @Nullable DocType type(String title) {
        return words.types().entrySet().stream().filter(e -> title.endsWith(e.getKey())).findFirst().map(Map.Entry::getValue).orElse(null);
    }

    private @Nullable UrgencyMark urgency(String text, @Nullable String title) {
        String head = title == null ? text : text.replace(title, "\n");
        return words.urgency().entrySet().stream()
                .filter(e -> head.lines().limit(FIRST_LINES).anyMatch(line -> line.length() <= 60 && line.contains(e.getKey())))
                .findFirst().map(Map.Entry::getValue).orElse(null);
    }

    /** The date on a line of its own, else the only date of a short text. */
    private @Nullable LocalDate date(String text) {
        Matcher dates = words.date().matcher(text);
        List<LocalDate> alone = new ArrayList<>();
        List<LocalDate> all = new ArrayList<>();
        while (dates.find()) {
            Optional<LocalDate> day = day(dates);
            day.ifPresent(all::add);
            String line = line(text, dates.start());
            day.filter(d -> line.strip().equals(dates.group())).ifPresent(alone::add);
        }
        if (!alone.isEmpty()) {
            return alone.getLast();
        }
        return all.size() == 1 && text.length() <= 400 ? all.getFirst() : null;
    }

    private static String line(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length() : end);
    }

    private static Optional<LocalDate> day(Matcher date) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(date.group("year")), Integer.parseInt(date.group("month")), Integer.parseInt(date.group("day"))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private List<String> signers(String text) {
        Matcher signer = words.signer().matcher(text);
        return signer.find() ? List.of(signer.group("names").split("[\\u3001\\s]+")) : List.of();
    }
}
