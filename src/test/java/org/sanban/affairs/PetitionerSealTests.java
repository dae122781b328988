package org.sanban.affairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.pages.Refused;
import org.sanban.testing.Alongside;

@Alongside
class PetitionerSealTests {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("petitioners.key");
    }

    private PetitionerSeal seal() {
        return new PetitionerSeal(file());
    }

    @Test
    void theFirstPetitionerMakesTheKeyAndWhatIsSealedOpensForItsAffairAlone() {
        byte[] sealed = seal().seal(7, "孟春和", true);
        assertThat(seal().open(7, sealed)).isEqualTo("孟春和");
        assertThatThrownBy(() -> seal().open(8, sealed)).isInstanceOf(Refused.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal().open(7, sealed)).isInstanceOf(Refused.class);
    }

    @Test
    void aMissingKeyIsNotReplacedWherePetitionersAreStored() throws Exception {
        byte[] sealed = seal().seal(7, "孟春和", true);
        Path away = Files.move(file(), folder.resolve("copy"));
        assertThatThrownBy(() -> seal().open(7, sealed)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> seal().seal(9, "季夏", false)).isInstanceOf(Refused.class);
        assertThat(file()).doesNotExist();
        Files.move(away, file());
        assertThat(seal().open(7, sealed)).isEqualTo("孟春和");
    }
}
