package org.sanban;

import org.junit.jupiter.api.Test;
import org.sanban.testing.Alongside;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The house as the code has it: modules, and arrows downwards only. */
@Alongside
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(Sanban.class);

    @Test
    void theModulesKeepTheirArrows() {
        modules.verify();
    }

    @Test
    void theHouseIsDrawnFromTheCode() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
