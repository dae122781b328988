package org.sanban.archive;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Item numbers (件号). The row of the class is locked until the transaction ends: what is rolled back gave no number. */
@Component
class ItemNumbers {

    private final JdbcClient jdbc;

    ItemNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The smallest number given up in this class, else the next one. */
    int give(String fonds, String category, int year, Retention retention, String organ) {
        return jdbc.sql("""
                insert into archive_series as s (fonds, category, year, retention, organ, last_no, given)
                values (:fonds, :category, :year, :retention, :organ, 1, 1)
                on conflict (fonds, category, year, retention, organ) do update
                   set given = coalesce(s.freed[1], s.last_no + 1),
                       last_no = case when cardinality(s.freed) > 0 then s.last_no else s.last_no + 1 end,
                       freed = s.freed[2:]
                returning given""")
                .param("fonds", fonds).param("category", category).param("year", year)
                .param("retention", retention.name()).param("organ", organ)
                .query(Integer.class).single();
    }

    /** Gives up the number of an item whose class was changed; gaps are filled before the year's list is closed (domain.md §8.3). */
    void giveUp(Item item) {
        jdbc.sql("""
                update archive_series
                   set freed = array(select n from unnest(freed || :no) as n order by n)
                 where fonds = :fonds and category = :category and year = :year and retention = :retention and organ = :organ""")
                .param("no", item.itemNo).param("fonds", item.fonds).param("category", item.category).param("year", item.year)
                .param("retention", String.valueOf(item.retention)).param("organ", item.organ)
                .update();
    }
}
