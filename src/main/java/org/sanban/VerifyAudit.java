package org.sanban;

import org.sanban.audit.Anchor;
import org.sanban.audit.Finding;
import org.sanban.audit.Verification;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The command {@code --sanban.verify-audit}: verifies the whole trail, prints the result and ends with 0 if it is whole and
 * with 1 if not. {@code --sanban.verify-audit=<seal>} also holds it against a seal that was noted down.
 */
@Component
@Order(0)
class VerifyAudit implements ApplicationRunner {

    static final String OPTION = "sanban.verify-audit";

    private final Verification verification;
    private final ApplicationContext context;

    VerifyAudit(Verification verification, ApplicationContext context) {
        this.verification = verification;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption(OPTION)) {
            Verification.Result result = verification.verify(
                    arguments.getOptionValues(OPTION).stream().filter(v -> !v.isBlank()).findFirst().map(Anchor::of).orElse(null),
                    links -> {});
            System.out.println(said(result));
            System.exit(SpringApplication.exit(context, () -> result.whole() ? 0 : 1));
        }
    }

    static String said(Verification.Result result) {
        String counted = result.links() + " lines in " + result.chains() + " chains under " + result.seals() + " seals, "
                + result.took().toMillis() + " ms";
        Finding first = result.first();
        if (first == null) {
            return "The audit trail is whole: " + counted;
        }
        String place = first.subject() == null ? "seal " + first.seq() : first.subject() + ", line " + first.seq();
        return "The audit trail is BROKEN at " + place + ": " + first.what() + " (read " + counted + ")";
    }
}
