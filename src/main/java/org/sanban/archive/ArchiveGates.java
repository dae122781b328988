package org.sanban.archive;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Effect;
import org.sanban.workflow.spi.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the archive asks and does at the steps of any procedure, by the names that procedures use. */
@Configuration(proxyBeanMethods = false)
class ArchiveGates {

    /** The effect of a way that leads to the archive. */
    static final String TRANSFERRED = "archive.transferred";

    private final HandOver handOver;
    private final Arranging arranging;
    private final ItemRows rows;
    private final SameDay days;

    ArchiveGates(HandOver handOver, Arranging arranging, ItemRows rows, SameDay days) {
        this.handOver = handOver;
        this.arranging = arranging;
        this.rows = rows;
        this.days = days;
    }

    /** The set is complete (齐全); overridable with a reason. */
    @Bean
    Gate archiveSet() {
        return new Asked("archive.set", true, handOver::missing);
    }

    /** Pages counted, retention and class confirmed, code given, metadata complete. */
    @Bean
    Gate archiveArrangedGate() {
        return new Asked("archive.arranged", false, attempt -> rows.of(attempt.subject())
                .map(Arranging::gaps).orElse(List.of(Objection.of("archive.refusal.not-handed-over"))));
    }

    /** The four-property test was passed. */
    @Bean
    Gate archiveTested() {
        return new Asked("archive.tested", false, attempt -> arranging.untested(attempt.subject()));
    }

    /** A place is recorded. */
    @Bean
    Gate archiveLocated() {
        return new Asked("archive.located", false, attempt -> rows.of(attempt.subject()).filter(item -> item.location != null).isPresent()
                ? List.of()
                : List.of(Objection.of("archive.refusal.location").at("location")));
    }

    @Bean
    Effect archiveTransferred() {
        return new Worked(TRANSFERRED, handOver::transferred);
    }

    @Bean
    Effect archiveArranged() {
        return new Worked("archive.arranged", onItem((item, attempt) -> {
            item.state = ItemState.ARRANGED;
            item.arrangedAt = attempt.at();
            item.arrangedBy = attempt.by().id();
        }));
    }

    @Bean
    Effect archiveStored() {
        return new Worked("archive.stored", onItem((item, attempt) -> {
            Refused.unless(item.arrangedAt != null, "archive.refusal.not-arranged");
            item.state = ItemState.STORED;
            item.storedAt = attempt.at();
            item.storedBy = attempt.by().id();
            item.sameDay = days.strict(item.transferredAt, item.arrangedAt, attempt.at());
        }));
    }

    private Consumer<Attempt> onItem(BiConsumer<Item, Attempt> change) {
        return attempt -> {
            Item item = rows.of(attempt.subject())
                    .orElseThrow(() -> new Refused(Objection.of("archive.refusal.not-handed-over")));
            change.accept(item, attempt);
        };
    }

    private record Asked(String code, boolean overridable, Function<Attempt, List<Objection>> ask) implements Gate {
        @Override
        public List<Objection> objections(Attempt attempt) {
            return ask.apply(attempt);
        }
    }

    private record Worked(String code, Consumer<Attempt> work) implements Effect {
        @Override
        public void apply(Attempt attempt) {
            work.accept(attempt);
        }
    }
}
