package org.sanban.checking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.Rule;
import org.sanban.checks.RuleFile;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands rules from office to office as YAML. What comes in is a draft here: it is tried on our papers and published by us. */
@Service
@Transactional
public class RuleExchange {

    /** Characters of a file. */
    public static final int LONGEST = 1_000_000;

    static final int MOST = 1000;

    /** @param line of the file at which the rule begins, 0 where it was not found */
    public record Bad(int line, String code, List<Objection> objections) {}

    /** @param same rules that stand here already, word for word */
    public record Taken(List<OfficeRule> added, List<String> same, List<Bad> bad) {}

    private final RuleRows rows;
    private final RuleMaking making;
    private final SecrecyGate secrecy;

    RuleExchange(RuleRows rows, RuleMaking making, SecrecyGate secrecy) {
        this.rows = rows;
        this.making = making;
        this.secrecy = secrecy;
    }

    /** The rules that run and the office's own drafts, shipped ones only where they are asked for. */
    @Transactional(readOnly = true)
    public String export(Rules.Filter filter, boolean shipped) {
        List<Rule> rules = rows.all().stream().filter(filter::fits).filter(r -> shipped || r.own()).filter(r -> r.state() != OfficeRule.State.RETIRED)
                .map(OfficeRule::rule).toList();
        return RuleFile.write(rules);
    }

    /**
     * Takes every rule of the file that is sound: it can be read, says why, and lives up to its own examples.
     *
     * @throws Refused naming the line, where the file as a whole cannot be read
     */
    public Taken take(String yaml, Actor by, Instant at) {
        if (yaml.isBlank() || yaml.length() > LONGEST) {
            throw new Refused(Objection.of("checking.refusal.file-size", LONGEST).at("yaml"));
        }
        secrecy.refuseClassified(new SubjectRef(RuleChanged.KIND, 0), by, at, SecrecyGate.Field.text("yaml", yaml));
        List<Rule> rules = read(yaml);
        if (rules.size() > MOST) {
            throw new Refused(Objection.of("checking.refusal.too-many-rules", MOST).at("yaml"));
        }
        Taken taken = new Taken(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> seen = new HashSet<>();
        for (Rule rule : rules) {
            take(rule, seen.add(rule.id()), yaml, taken, by, at);
        }
        return taken;
    }

    private void take(Rule rule, boolean first, String yaml, Taken taken, Actor by, Instant at) {
        Optional<OfficeRule> known = rows.byCode(rule.id());
        if (known.isPresent() && first && known.get().rule().equals(rule)) {
            taken.same().add(rule.id());
            return;
        }
        List<Objection> wrong = new ArrayList<>(rule.objections());
        if (known.isPresent() || !first) {
            wrong.add(Objection.of("checking.refusal.code-taken", rule.id()));
        }
        if (wrong.isEmpty()) {
            taken.added().add(rows.one(making.add(rule, OfficeRule.Source.IMPORTED, null, rule.origin().equals("shipped") ? "" : cut(rule.origin()), null, by, at)));
        } else {
            taken.bad().add(new Bad(line(yaml, rule.id()), rule.id(), List.copyOf(wrong)));
        }
    }

    /** The rules of a file; where it cannot be read, the place stands in the refusal. */
    static List<Rule> read(String yaml) {
        try {
            return RuleFile.read(yaml);
        } catch (Refused refused) {
            List<Objection> placed = new ArrayList<>();
            for (Objection objection : refused.objections()) {
                Object first = objection.args().isEmpty() ? "" : objection.args().getFirst();
                int line = first instanceof String code ? line(yaml, code) : 0;
                if (line > 0) {
                    placed.add(Objection.of("checking.refusal.at-line", line).at("yaml"));
                }
                placed.add(objection.at("yaml"));
            }
            throw new Refused(placed);
        } catch (RuntimeException | StackOverflowError unreadable) {
            throw new Refused(Objection.of("checks.file.not-yaml", 1).at("yaml"));
        }
    }

    static int line(String yaml, String code) {
        if (code.isBlank()) {
            return 0;
        }
        Pattern id = Pattern.compile("^\\s*(-\\s*)?(\\{\\s*)?[\"']?id[\"']?\\s*:\\s*[\"']?" + Pattern.quote(code) + "[\"']?\\s*([,}#].*)?$");
        List<String> lines = yaml.lines().toList();
        for (int n = 0; n < lines.size(); n++) {
            if (id.matcher(lines.get(n)).matches()) {
                return n + 1;
            }
        }
        return 0;
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(60, words.length()));
    }
}
