package org.sanban.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;

class DirectoryTests extends OfficeTest {

    @Autowired
    Directory directory;

    @Autowired
    Units units;

    @Autowired
    WorkCalendar calendar;

    @Test
    void theHeadOfAUnitIsTheOneWhosePostSaysSo() {
        assertThat(directory.headOf(office.unit("BWC"))).map(Directory.Entry::code).contains("S006");
        assertThat(directory.headOf(office.unit("RSC"))).map(Directory.Entry::code).contains("S030");
    }

    @Test
    void aUnitWithoutAHeadIsHeadedFromAbove() {
        assertThat(directory.membersOf(office.unit("MSB"))).isEmpty();
        assertThat(directory.headOf(office.unit("MSB"))).map(Directory.Entry::code).contains("S001");
    }

    @Test
    void theLeaderOfTheOfficeIsAskedBeforeTheLeaderOfTheGovernment() {
        assertThat(directory.inChargeOf(office.unit("MSS"))).map(Directory.Entry::code).contains("S002");
        assertThat(office.actor("L03").charged()).contains(office.unit("MSS"), office.unit("MSW"));
    }

    @Test
    void aRoleInOneUnitIsNotHeldInAnother() {
        assertThat(codes(directory.holding("HANDLER", office.unit("MSS")))).containsExactly("S017", "S018");
        assertThat(codes(directory.holding("RECEIVER", office.unit("MSS")))).contains("S008", "S024");
        assertThat(directory.holding("LEADER_SECRETARY", 0)).isEmpty();
    }

    @Test
    void anActorCarriesUnitsRolesAndRights() {
        Actor head = office.actor("S006");
        assertThat(head.units()).containsExactly(office.unit("BWC"));
        assertThat(head.headed()).containsExactly(office.unit("BWC"));
        assertThat(head.has("CLERK")).isTrue();
        assertThat(head.may("subject.read-all")).isTrue();
        assertThat(head.may("people.manage")).isFalse();
        assertThat(head.clearance()).isEqualTo(Clearance.WORK_SENSITIVE);
        assertThat(office.actor("S018").clearance()).isEqualTo(Clearance.INTERNAL);
    }

    @Test
    void aNewUnitIsKnownAsSoonAsItIsMade() {
        long id = units.create(
                new UnitForm("NEW1", "新处", "", office.unit("YLB"), 999, "", "", "", "", "", true, null, 0),
                office.actor("A01"), Instant.now());
        assertThat(directory.unit(id)).map(Directory.UnitEntry::depth).contains(1);
        units.close(id, office.actor("A01"), Instant.now());
        assertThat(directory.units()).noneMatch(u -> u.id() == id);
        assertThat(directory.unit(id)).isPresent();
    }

    private static List<String> codes(List<Directory.Entry> entries) {
        return entries.stream().map(Directory.Entry::code).toList();
    }
}
