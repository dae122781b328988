package org.sanban.documents;

import jakarta.persistence.EntityManager;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of incoming papers. */
@Component
class Papers {

    /** A paper with the same number from the same sender. */
    record Twin(long id, @Nullable String inNo, String title, java.time.Instant receivedAt, @Nullable String result) {}

    private final EntityManager entities;
    private final JdbcClient jdbc;

    Papers(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    void store(IncomingDocument paper) {
        entities.persist(paper);
        entities.flush();
    }

    /** @throws NotFound when there is none */
    IncomingDocument one(long id) {
        return Optional.ofNullable(entities.find(IncomingDocument.class, id)).orElseThrow(NotFound::new);
    }

    boolean exists(long id) {
        return entities.find(IncomingDocument.class, id) != null;
    }

    /** The paper with this number of the office (收文号), whatever brackets it was typed with. */
    Optional<Long> numbered(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\p{Ps}", "\u3014")
                .replaceAll("\\p{Pe}", "\u3015").replaceAll("\\s|\\u53F7$", "");
        return jdbc.sql("select id from incoming_document where in_no in (:typed, :plain)")
                .param("typed", typed.strip()).param("plain", plain).query(Long.class).optional();
    }

    /** Numbers by id; those without one are left out. */
    Map<Long, String> numbers(Collection<Long> ids) {
        Map<Long, String> numbers = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, in_no from incoming_document where id in (:ids) and in_no is not null").param("ids", ids)
                    .query((java.sql.ResultSet row) -> {
                        numbers.put(row.getLong(1), row.getString(2));
                    });
        }
        return numbers;
    }

    /** Lets one request through at a time; the paper that it made before, if any. */
    Optional<IncomingDocument> byRequest(String requestId) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:request, 12))) locked")
                .param("request", requestId).query(Integer.class).single();
        return entities.createQuery("select d from IncomingDocument d where d.requestId = :request", IncomingDocument.class)
                .setParameter("request", requestId)
                .getResultStream().findFirst();
    }

    /**
     * Papers that bear the same number and come from the same sender, newest first. Returned ones do not count: their sender
     * sends them again; duplicates neither: they point at the first one.
     *
     * @param except the paper itself, or 0
     */
    List<Twin> twins(long except, @Nullable String docNumber, @Nullable Long senderId, String senderName) {
        String key = DocNumber.key(docNumber);
        if (key == null || (senderId == null && senderName.isBlank())) {
            return List.of();
        }
        return jdbc.sql("""
                        select d.id, d.in_no, d.title, d.received_at, d.result from incoming_document d
                         where d.doc_number_key = :key and d.id <> :except and coalesce(d.result, '-') not in ('RETURNED', 'DUPLICATE')
                           and (d.sender_id = :sender or d.sender_name = :name)
                           and not exists (select 1 from handling h where h.subject_kind = 'incoming' and h.subject_id = d.id and h.state = 'VOIDED')
                         order by d.id desc limit 5""")
                .param("key", key)
                .param("except", except)
                .param("sender", senderId == null ? -1L : senderId)
                .param("name", senderName)
                .query((row, n) -> new Twin(row.getLong(1), row.getString(2), row.getString(3), row.getTimestamp(4).toInstant(), row.getString(5)))
                .list();
    }

    void circulated(long id, java.time.Instant at) {
        jdbc.sql("update incoming_document set circulated_at = coalesce(circulated_at, :at) where id = :id")
                .param("at", java.sql.Timestamp.from(at)).param("id", id).update();
        entities.flush();
        entities.refresh(one(id));
    }
}
