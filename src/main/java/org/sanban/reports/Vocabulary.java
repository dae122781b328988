package org.sanban.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The words of the taxonomy of errors, as the office has named them. */
@Component
public class Vocabulary {

    /**
     * @param what business, stage, kind, type or severity; a stage's code is business/stage
     * @param subjectKind of a business, the kind of subject whose errors belong to it; else null
     */
    public record Word(String what, String code, String zh, String en, int order, @Nullable String subjectKind) {

        public String in(boolean chinese) {
            return chinese ? zh : en;
        }
    }

    private final JdbcClient jdbc;

    Vocabulary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By what and code, as {@code stage/DOC_OUT/draft}; in their order. */
    @Transactional(readOnly = true)
    public Map<String, Word> words() {
        Map<String, Word> words = new LinkedHashMap<>();
        List<Word> all = jdbc.sql("select what, code, name, name_en, ordering, subject_kind from report_error_word order by what, ordering, code")
                .query((row, n) -> new Word(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5), row.getString(6))).list();
        all.forEach(word -> words.put(word.what() + "/" + word.code(), word));
        return words;
    }
}
