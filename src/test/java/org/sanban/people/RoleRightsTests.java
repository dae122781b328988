package org.sanban.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RoleRightsTests extends OfficeTest {

    @Autowired
    RoleRights rights;

    @Autowired
    Roles roles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    @Test
    void whoHoldsARoleMayWhatWasAddedToItAndTheTrailSaysSo() {
        Roles.Role printer = rights.role("PRINTER");
        Set<String> more = new HashSet<>(printer.rights());
        more.add("duty.log");
        rights.change("PRINTER", more, printer.version(), office.actor("A02"), office.now());
        assertThat(office.actor("S009").may("duty.log")).isTrue();
        rights.change("PRINTER", Set.copyOf(printer.rights()), printer.version() + 1, office.actor("A02"), office.now());
        assertThat(office.actor("S009").may("duty.log")).isFalse();
        assertThat(rights.onOffer()).contains("duty.log");
    }

    @Test
    void anAdministratorsRightsAreNeitherChangedNorGivenAway() {
        Roles.Role security = rights.role("SEC_ADMIN");
        assertThatThrownBy(() -> rights.change("SEC_ADMIN", Set.of(), security.version(), office.actor("A02"), office.now()))
                .isInstanceOf(Refused.class).hasMessageContaining("people.refusal.administrators-rights");
        Roles.Role handler = rights.role("HANDLER");
        assertThatThrownBy(() -> rights.change("HANDLER", Set.of("role.grant"), handler.version(), office.actor("A02"), office.now()))
                .isInstanceOf(Refused.class).hasMessageContaining("people.refusal.right-not-on-offer");
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefused() {
        Roles.Role handler = rights.role("HANDLER");
        assertThatThrownBy(() -> rights.change(
                        "HANDLER", Set.copyOf(handler.rights()), handler.version() - 1, office.actor("A02"), office.now()))
                .isInstanceOf(Stale.class);
    }

    @Test
    void everyRightHasANameInBothLanguages() {
        List<String> all = jdbc.sql("select code from known_right union select unnest(rights) from role").query(String.class).list();
        for (Locale language : List.of(Locale.CHINA, Locale.ENGLISH)) {
            assertThat(all).allSatisfy(right -> assertThat(messages.getMessage("people.right." + right, null, language)).isNotBlank());
        }
    }
}
