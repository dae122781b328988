package org.sanban.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sanban.pages.Refused;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ThreeAdministratorsTests extends OfficeTest {

    @Autowired
    Roles roles;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anAdministratorGetsNoOtherRole() {
        assertRefused("A01", "HANDLER", "people.refusal.administrators-apart");
        assertRefused("A03", "SYS_ADMIN", "people.refusal.administrators-apart");
    }

    @Test
    void whoHasABusinessRoleBecomesNoAdministrator() {
        assertRefused("S020", "AUDIT_ADMIN", "people.refusal.administrators-apart");
    }

    @Test
    void nobodyGrantsHimselfARole() {
        assertRefused("A02", "HANDLER", "people.refusal.own-role");
    }

    @Test
    void whoCreatedAPersonDoesNotGrantItRoles() {
        long fresh = persons.create(person("T900"), office.actor("A02"), office.now());
        assertThatThrownBy(() -> roles.grant(fresh, "HANDLER", 0, office.actor("A02"), office.now()))
                .isInstanceOf(Refused.class).hasMessageContaining("people.refusal.grant-by-creator");
    }

    @Test
    void oneCreatesAndTheOtherGrants() {
        long fresh = persons.create(person("T901"), office.actor("A01"), office.now());
        roles.grant(fresh, "HANDLER", office.unit("MSI"), office.actor("A02"), office.now());
        assertThat(office.actor("T901").grants()).containsExactly(new Actor.Grant("HANDLER", office.unit("MSI")));
    }

    @Test
    void theLastAdministratorKeepsTheRole() {
        long grant = roles.granted(office.person("A03")).getFirst().id();
        assertThatThrownBy(() -> roles.revoke(grant, office.actor("A02"), office.now()))
                .isInstanceOf(Refused.class).hasMessageContaining("people.refusal.last-administrator");
    }

    @Test
    void theDatabaseRefusesTheSamePastTheApplication() {
        assertThatThrownBy(() -> insert("A01", "HANDLER", "A02")).hasMessageContaining("an administrator holds no other role");
        assertThatThrownBy(() -> insert("S020", "SEC_ADMIN", "A02")).hasMessageContaining("an administrator holds no other role");
        assertThatThrownBy(() -> insert("S021", "PRINTER", "S021")).hasMessageContaining("role_grant_nobody_grants_himself");
        long fresh = persons.create(person("T902"), office.actor("A02"), office.now());
        assertThat(fresh).isPositive();
        assertThatThrownBy(() -> insert("T902", "HANDLER", "A02")).hasMessageContaining("who created a person");
    }

    private void insert(String person, String role, String by) {
        transaction.executeWithoutResult(status ->
                jdbc.sql("insert into role_grant (person, role, granted_by, granted_at) values (?, ?, ?, now())")
                        .params(office.person(person), role, office.person(by))
                        .update());
    }

    private void assertRefused(String person, String role, String code) {
        assertThatThrownBy(() -> roles.grant(office.person(person), role, 0, office.actor("A02"), office.now()))
                .isInstanceOf(Refused.class).hasMessageContaining(code);
    }

    private static PersonForm person(String code) {
        return new PersonForm(code, "试人", false, null, 900, null, null, 0);
    }
}
