package org.sanban.checking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.Rule;
import org.sanban.checks.RuleKind;
import org.sanban.checks.Severity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of the rules of checking (核稿规则). */
@Service
@Transactional(readOnly = true)
public class Rules {

    /**
     * What a list shows; null or empty leaves it open.
     *
     * @param words in code, text, basis or origin
     */
    public record Filter(
            String words, @Nullable RuleKind kind, OfficeRule.@Nullable State state, @Nullable Severity severity, OfficeRule.@Nullable Source source,
            @Nullable Boolean off) {

        public static final Filter ALL = new Filter("", null, null, null, null, null);

        boolean fits(OfficeRule r) {
            Rule rule = r.rule();
            String all = String.join("\n", r.code(), rule.text().zh(), rule.text().en(), rule.basis(), r.originWords(), String.valueOf(rule.body())).toLowerCase(Locale.ROOT);
            return (words.isBlank() || all.contains(words.strip().toLowerCase(Locale.ROOT)))
                    && (kind == null || kind == rule.kind()) && (state == null || state == r.state()) && (severity == null || severity == r.severity())
                    && (source == null || source == r.source()) && (off == null || off == r.off());
        }
    }

    private final RuleRows rows;

    Rules(RuleRows rows) {
        this.rows = rows;
    }

    /** By code. */
    public List<OfficeRule> all(Filter filter) {
        return rows.all().stream().filter(filter::fits).toList();
    }

    /** @throws org.sanban.pages.NotFound when there is none */
    public OfficeRule one(long id) {
        return rows.one(id);
    }

    public Optional<OfficeRule> byCode(String code) {
        return rows.byCode(code);
    }

    /** Rules that were made from an error. */
    public List<OfficeRule> from(SubjectRef origin) {
        return rows.byOrigin(origin);
    }

    /** A rule as it was. */
    public Optional<Rule> edition(long id, int no) {
        return rows.edition(id, no);
    }
}
