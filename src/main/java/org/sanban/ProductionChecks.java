package org.sanban;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What production does not start with, each reason in one sentence; asked before the first request is let in. */
@Component
@Profile("production")
class ProductionChecks implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ProductionChecks(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What can be seen without the database, before it is touched. */
    @Bean
    static BeanFactoryPostProcessor productionSettings(Environment environment) {
        return factory -> refuse(settings(environment));
    }

    @Override
    public void afterSingletonsInstantiated() {
        refuse(Objects.requireNonNull(transaction.execute(tx -> reasons())));
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new NotForProduction(reasons);
        }
    }

    static List<String> settings(Environment environment) {
        List<String> reasons = new ArrayList<>();
        if (environment.getProperty("sanban.demo", Boolean.class, true)) {
            reasons.add("sanban.demo is true: the demo office does not belong into production; set it to false.");
        }
        if (environment.getProperty("spring.datasource.url", "").isBlank()) {
            reasons.add("SPRING_DATASOURCE_URL is not set: production brings its own PostgreSQL, the embedded one is for trying out.");
        }
        if (environment.getProperty("spring.flyway.user", "").isBlank()) {
            reasons.add("SPRING_FLYWAY_USER is not set: migrations need an owner of their own, apart from the application's role.");
        }
        if (environment.getProperty("sanban.archive.fonds", "").isBlank()) {
            reasons.add("SANBAN_ARCHIVE_FONDS is not set: archive numbers begin with the office's fonds number and are not changed later.");
        }
        return reasons;
    }

    /** What the database says. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (holds("select exists (select 1 from account where demo)")) {
            reasons.add("There are accounts with the password of the demo office: this database was made for trying out.");
        }
        whyTheTrailIsNotSafe().ifPresent(reasons::add);
        return reasons;
    }

    private Optional<String> whyTheTrailIsNotSafe() {
        if (holds("select rolsuper from pg_roles where rolname = current_user")) {
            return Optional.of("The application's database role is a superuser and could alter the audit trail: use a plain role.");
        }
        if (holds("select bool_or(pg_has_role(relowner, 'MEMBER')) from pg_class where oid = 'audit_entry'::regclass")) {
            return Optional.of("The application's database role owns the audit trail and could alter it: run the migrations as another role.");
        }
        return holds("select has_table_privilege('audit_entry', 'INSERT, UPDATE, DELETE, TRUNCATE') or has_table_privilege('movement', 'UPDATE, DELETE, TRUNCATE')")
                ? Optional.of("The application's database role may write to the audit trail past its functions: take these rights away.")
                : Optional.empty();
    }

    private boolean holds(String question) {
        return jdbc.sql(question).query(Boolean.class).single();
    }
}
