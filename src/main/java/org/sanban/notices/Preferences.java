package org.sanban.notices;

import java.sql.Array;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    public record Choice(@Nullable String mail, String locale, List<String> kinds) {}

    private final JdbcClient jdbc;
    private final NoticesSettings settings;

    Preferences(JdbcClient jdbc, NoticesSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
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
