package org.sanban;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

class ProductionChecksTests extends OfficeTest {

    @Autowired
    EmbeddedPostgres postgres;

    @Test
    void productionBringsItsOwnDatabaseAnOwnerForMigrationsNoDemoOfficeAndItsOwnFonds() {
        assertThat(ProductionChecks.settings(new MockEnvironment()))
                .hasSize(4)
                .anySatisfy(reason -> assertThat(reason).contains("sanban.demo"))
                .anySatisfy(reason -> assertThat(reason).contains("SPRING_DATASOURCE_URL"))
                .anySatisfy(reason -> assertThat(reason).contains("SPRING_FLYWAY_USER"))
                .anySatisfy(reason -> assertThat(reason).contains("SANBAN_ARCHIVE_FONDS"));
        assertThat(ProductionChecks.settings(new MockEnvironment()
                        .withProperty("sanban.demo", "false")
                        .withProperty("spring.datasource.url", "jdbc:postgresql://db/sanban")
                        .withProperty("spring.flyway.user", "sanban_owner")
                        .withProperty("sanban.archive.fonds", "J012")))
                .isEmpty();
    }

    @Test
    void aDatabaseWithDemoPasswordsIsRefused() {
        assertThat(as("sanban_app").reasons()).singleElement().asString().contains("password of the demo office");
    }

    @Test
    void aRoleThatCouldAlterTheTrailIsRefused() {
        assertThat(as("sanban_owner").reasons()).anySatisfy(reason -> assertThat(reason).contains("owns the audit trail"));
        assertThat(as("postgres").reasons()).anySatisfy(reason -> assertThat(reason).contains("superuser"));
    }

    private ProductionChecks as(String role) {
        DriverManagerDataSource source = new DriverManagerDataSource(postgres.getJdbcUrl(role, "sanban"));
        return new ProductionChecks(JdbcClient.create(source), new TransactionTemplate(new JdbcTransactionManager(source)));
    }
}
