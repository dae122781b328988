package org.sanban.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Organizations.Organization;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;

class OrganizationsTests extends OfficeTest {

    @Autowired
    Organizations organizations;

    @Test
    void aRetiredBodyIsNoLongerFoundForNewPapersAndCanComeBack() {
        long id = organizations.add(body(0, "T-RETIRED", null, 0), office.actor("A01"), office.now());
        organizations.retire(id, true, office.actor("A01"), office.now());
        assertThat(organizations.search("T-RETIRED", 5)).isEmpty();
        assertThat(organizations.byId(id)).isPresent();
        organizations.retire(id, false, office.actor("A01"), office.now());
        assertThat(organizations.search("T-RETIRED", 5)).extracting(Organization::id).containsExactly(id);
    }

    @Test
    void anEditOfWhatSomebodyElseEditedIsRefused() {
        long id = organizations.add(body(0, "T-EDITED", null, 0), office.actor("A01"), office.now());
        organizations.edit(body(id, "T-EDITED", null, 0), office.actor("A01"), office.now());
        assertThatThrownBy(() -> organizations.edit(body(id, "T-EDITED", null, 0), office.actor("A01"), office.now()))
                .isInstanceOf(Stale.class);
    }

    @Test
    void aBodyDoesNotStandBelowItself() {
        long above = organizations.add(body(0, "T-ABOVE", null, 0), office.actor("A01"), office.now());
        long below = organizations.add(body(0, "T-BELOW", above, 0), office.actor("A01"), office.now());
        assertThatThrownBy(() -> organizations.edit(body(above, "T-ABOVE", below, 0), office.actor("A01"), office.now()))
                .isInstanceOf(Refused.class).hasMessageContaining("people.refusal.organization-under-itself");
    }

    @Test
    void aCodeIsGivenOnceWhateverItsCase() {
        organizations.add(body(0, "T-ONCE", null, 0), office.actor("A01"), office.now());
        assertThatThrownBy(() -> organizations.add(body(0, "t-once", null, 0), office.actor("A01"), office.now()))
                .isInstanceOf(Refused.class).hasMessageContaining("people.refusal.code-taken");
    }

    private static Organization body(long id, String code, Long superior, int version) {
        return new Organization(id, code, "测试机构" + code, code, "OTHER", 3, superior, null, null, true, version);
    }
}
