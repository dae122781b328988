package org.sanban.archive;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sanban.audit.SubjectRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items by subject and by id, and what the archive gave back. */
@Repository
class ItemRows {

    private final EntityManager entities;
    private final JdbcClient jdbc;

    ItemRows(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    Item save(Item item) {
        entities.persist(item);
        return item;
    }

    Optional<Item> of(SubjectRef subject) {
        return entities.createQuery("select i from ArchiveItem i where i.subjectKind = :kind and i.subjectId = :id", Item.class)
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .getResultStream()
                .findFirst();
    }

    Optional<Item> one(long id) {
        return Optional.ofNullable(entities.find(Item.class, id));
    }

    Optional<Item> lock(long id) {
        return Optional.ofNullable(entities.find(Item.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void reject(Item item, String reason, long by, Instant at) {
        jdbc.sql("insert into archive_rejection (item_id, reason, by, at) values (?, ?, ?, ?)")
                .params(item.id(), reason, by, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
