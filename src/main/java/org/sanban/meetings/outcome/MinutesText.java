package org.sanban.meetings.outcome;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sanban.meetings.Body;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.agenda.Item;
import org.sanban.pages.Objection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The text of the minutes (纪要). Each decision is one numbered paragraph, printed by one rule: what, who leads, who supports, by when.
 * The same rule reads them back, so that text and record cannot differ without it being seen.
 */
@Component
class MinutesText {

    private static final Pattern NUMBERED = Pattern.compile("^[" + Numerals.ALL + "]{1,5}、.*");

    private final MessageSource messages;
    private final ZoneId zone;

    MinutesText(MessageSource messages, @Value("${sanban.zone}") ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** The paragraph of a decision, e.g. 一、逐村核实。（牵头：省应急管理厅；配合：雾山州政府；时限：2026年6月21日14:00） */
    String printed(Decision d) {
        String text = d.text().endsWith("。") ? d.text() : d.text() + "。";
        List<String> duties = new ArrayList<>();
        if (d.lead() != null) {
            duties.add(t("meetings.minutes.lead", d.lead().name()));
        }
        if (!d.support().isEmpty()) {
            duties.add(t("meetings.minutes.support", d.support().stream().map(Body::name).collect(Collectors.joining("、"))));
        }
        if (d.due() != null) {
            duties.add(t("meetings.minutes.due", day(d.due())));
        }
        return Numerals.of(d.no()) + "、" + text + (duties.isEmpty() ? "" : "（" + String.join("；", duties) + "）");
    }

    String whole(Meeting m, String chair, List<Item> items, List<Decision> decisions) {
        List<String> lines = new ArrayList<>();
        Instant began = Objects.requireNonNullElse(m.stamps().began(), m.starts());
        lines.add(t("meetings.minutes.opening", day(began), m.place(), chair, m.title()));
        if (!items.isEmpty()) {
            lines.add(t("meetings.minutes.heard", items.stream().map(Item::title).collect(Collectors.joining("；"))));
        }
        lines.add(t(decisions.isEmpty() ? "meetings.minutes.no-decisions" : "meetings.minutes.decided"));
        decisions.forEach(d -> lines.add(printed(d)));
        return String.join("\n", lines);
    }

    /** What of the decisions is missing from the text, altered in it, or stands in it without being one. */
    List<Objection> differences(String body, List<Decision> decisions) {
        List<String> said = body.lines().map(String::strip).filter(line -> NUMBERED.matcher(line).matches()).toList();
        List<Objection> wrong = new ArrayList<>();
        for (Decision d : decisions) {
            String printed = printed(d);
            if (!said.contains(printed)) {
                String start = Numerals.of(d.no()) + "、";
                boolean altered = said.stream().anyMatch(line -> line.startsWith(start));
                wrong.add(Objection.of(altered ? "meetings.refusal.decision-altered" : "meetings.refusal.decision-missing", d.no(), printed).at("body"));
            }
        }
        if (said.size() > decisions.size()) {
            List<String> printed = decisions.stream().map(this::printed).toList();
            List<String> starts = decisions.stream().map(d -> Numerals.of(d.no()) + "、").toList();
            said.stream().filter(line -> !printed.contains(line) && starts.stream().noneMatch(line::startsWith))
                    .forEach(line -> wrong.add(Objection.of("meetings.refusal.decision-unknown", line).at("body")));
        }
        return wrong;
    }

    private String day(Instant at) {
        var local = at.atZone(zone);
        boolean midnight = local.getHour() == 0 && local.getMinute() == 0 || local.getHour() == 23 && local.getMinute() == 59;
        return midnight ? t("meetings.minutes.day", local.getYear(), local.getMonthValue(), local.getDayOfMonth())
                : t("meetings.minutes.hour", local.getYear(), local.getMonthValue(), local.getDayOfMonth(), "%02d:%02d".formatted(local.getHour(), local.getMinute()));
    }

    private String t(String key, Object... args) {
        Object[] plain = java.util.Arrays.stream(args).map(String::valueOf).toArray();
        return messages.getMessage(key, plain, Locale.SIMPLIFIED_CHINESE);
    }
}
