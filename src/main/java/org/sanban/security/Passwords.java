package org.sanban.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sanban.pages.Objection;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are kept (never; only their hash) and which are refused. */
@Component
class Passwords {

    /** bcrypt reads no further. */
    private static final int LONGEST = 72;
    /** Nothing that is mistaken for something else when it is read out. */
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom random = new SecureRandom();

    private final SecuritySettings settings;
    private final PasswordEncoder encoder;
    /** Has the form of a hash and is none: reckoning a real one would hold up every start. */
    private final String nobodys;

    Passwords(SecuritySettings settings) {
        this.settings = settings;
        this.encoder =
                new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(settings.bcryptStrength())));
        this.nobodys = "{bcrypt}$2a$%02d$%s".formatted(settings.bcryptStrength(), "nobody".repeat(9).substring(0, 53));
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    boolean matches(String password, String hash) {
        return fits(password) && encoder.matches(password, hash);
    }

    /** Takes as long as {@link #matches}, so that a clock does not tell which log-in names exist. */
    void pretend(String password) {
        matches(password, nobodys);
    }

    /** For the first log-in, to be changed there. */
    String oneTime() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            word.append(i > 0 && i % 4 == 0 ? "-" : "").append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
        }
        return word.toString();
    }

    /**
     * What is wrong with a new password.
     *
     * @param earlier hashes of the present one and of those before it
     */
    List<Objection> objections(String password, String login, List<String> earlier) {
        List<Objection> objections = new ArrayList<>();
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < settings.minLength()) {
            objections.add(Objection.of("security.refusal.password-short", settings.minLength()));
        }
        if (!fits(password)) {
            objections.add(Objection.of("security.refusal.password-long", LONGEST));
        }
        if (settings.common().contains(lower) || lower.chars().distinct().count() < 4) {
            objections.add(Objection.of("security.refusal.password-common"));
        }
        if (lower.contains(login)) {
            objections.add(Objection.of("security.refusal.password-login"));
        }
        if (earlier.stream().anyMatch(hash -> matches(password, hash))) {
            objections.add(Objection.of("security.refusal.password-earlier", settings.remembered()));
        }
        return objections.stream().map(o -> o.at("password")).toList();
    }

    private static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }
}
