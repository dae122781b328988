package org.sanban.notices;

import java.sql.Array;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How each person wants to be told by e-mail. */
@Repository
@Transactional
public class Preferences {

    /**
     * One person's choice.
     *
     * @param mail address; null for none, then nothing is mailed
     * @param locale {@code zh-CN} or {@code en}
     * @param kinds what is mailed
     */
    public record Choice(@Nullable String mail, String locale, List<String> kinds) {

        private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,20}");

        /**
         * What a person typed, checked.
         *
         * @throws Refused if the address is none or the language unknown
         */
        public static Choice given(@Nullable String mail, @Nullable String locale, @Nullable List<String> kinds) {
            String address = mail == null || mail.isBlank() ? null : mail.strip();
            if (address != null && !ADDRESS.matcher(address).matches()) {
                throw new Refused(Objection.of("notices.refusal.mail").at("mail"));
            }
            if (locale == null || !LOCALES.contains(locale)) {
                throw new Refused(Objection.of("notices.refusal.locale").at("locale"));
            }
            return new Choice(address, locale, kinds == null ? List.of() : kinds);
        }
    }

    /** Languages in which mails are written. */
    public static final List<String> LOCALES = List.of("zh-CN", "en");

    private final JdbcClient jdbc;
    private final NoticesSettings settings;
    private final MailDoor door;

    Preferences(JdbcClient jdbc, NoticesSettings settings, MailDoor door) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.door = door;
    }

    /** What one may choose to be mailed about. */
    public List<String> kinds() {
        return settings.kinds();
    }

    /** Does this house send mails at all? */
    public boolean mailing() {
        return door.open();
    }

    /** The person's choice, or what holds for those who chose nothing. */
    @Transactional(readOnly = true)
    public Choice of(long person) {
        Optional<Choice> chosen = jdbc.sql("select * from notice_setting where person_id = ?").param(person)
                .query((row, n) -> {
                    Array kinds = row.getArray("kinds");
                    return new Choice(row.getString("mail"), row.getString("locale"), List.of((String[]) kinds.getArray()));
                }).optional();
        return chosen.orElseGet(() -> new Choice(null, "zh-CN", settings.mailed()));
    }

    /** Keeps the choice; kinds that nobody knows are left out. */
    public void keep(long person, Choice choice) {
        jdbc.sql("""
                insert into notice_setting (person_id, mail, locale, kinds) values (:person, :mail, :locale, :kinds)
                on conflict (person_id) do update set mail = excluded.mail, locale = excluded.locale, kinds = excluded.kinds""")
                .param("person", person).param("mail", choice.mail()).param("locale", choice.locale())
                .param("kinds", settings.kinds().stream().filter(choice.kinds()::contains).toArray(String[]::new))
                .update();
    }
}
