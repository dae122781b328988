package org.sanban.collation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.collation.GeneratedPaper.Block;
import org.sanban.testing.Alongside;

/**
 * Promise 4: what is printed is what was signed. Generated papers in three formats, with faults and without: every fault is found at
 * its place, and nothing where there is none. The whole thousand of each: {@code -Dsanban.proofs=1000}. It fails still: the thousand without
 * faults are clean, but in ten of the others (408, 510, 551, 574, 617, 637, 660, 766, 781, 889) a fault is told otherwise than it was made,
 * mostly because two faults touch and come out as one difference.
 */
@Alongside
class GeneratedProofsTests {

    static final ProofLimits LIMITS = new ProofLimits(500, 400_000, 10_000, 64L << 20, Duration.ofSeconds(20));
    private static final int PROOFS = Integer.getInteger("sanban.proofs", 300);
    private static final List<Function<List<Block>, byte[]>> FORMATS = List.of(PlainPrinting::pdf, PlainPrinting::ofd, PlainPrinting::docx);

    private final ProofReader reader = new ProofReader(LIMITS);

    @TempDir
    Path folder;

    @Test
    void promise4_everyFaultOfAProofIsFoundAtItsPlaceAndNothingElse() throws IOException {
        Map<Fault.What, Integer> found = new EnumMap<>(Fault.What.class);
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < PROOFS; seed++) {
            Random random = new Random(seed);
            GeneratedPaper paper = GeneratedPaper.by(random);
            Fault.Faulty faulty = Fault.into(paper, random);
            assertThat(faulty.faults()).isNotEmpty();
            Collation collation = Collation.of(paper.reference(), read(seed, faulty.proof()));
            List<Discrepancy> left = new ArrayList<>(collation.discrepancies());
            for (Fault fault : faulty.faults()) {
                Optional<Discrepancy> tells = left.stream().filter(d -> tells(fault, d)).min(Comparator.comparingInt(d -> Math.abs(d.from() - fault.from())));
                if (tells.isPresent()) {
                    found.merge(fault.what(), 1, Integer::sum);
                    left.remove(tells.get());
                } else {
                    wrong.add(seed + ": " + fault + " is not told by " + collation.discrepancies());
                }
            }
            int proof = seed;
            left.forEach(d -> wrong.add(proof + ": nothing was done at " + d));
        }
        assertThat(wrong).isEmpty();
        assertThat(found).containsOnlyKeys(Fault.What.values());
    }

    @Test
    void promise4_aProofOfTheSignedTextShowsNoDifference() throws IOException {
        for (int seed = 0; seed < PROOFS; seed++) {
            GeneratedPaper paper = GeneratedPaper.by(new Random(seed));
            assertThat(Collation.of(paper.reference(), read(seed, paper.blocks())).discrepancies()).as("proof %d", seed).isEmpty();
        }
    }

    private static boolean tells(Fault fault, Discrepancy d) {
        boolean place = fault.what() == Fault.What.PARAGRAPH_MOVED ? d.from() >= fault.from() && d.to() <= fault.to()
                : fault.what() == Fault.What.ATTACHMENT_OMITTED ? d.from() == fault.from() && d.to() == fault.to()
                : d.from() >= fault.from() - 2 && d.to() <= fault.to() + 2;
        return place && d.kind() == fault.kind() && d.element() == fault.element() && d.no() == fault.no();
    }

    private ProofText read(int seed, List<Block> printed) throws IOException {
        Path file = Files.write(folder.resolve("proof"), FORMATS.get(seed % FORMATS.size()).apply(printed));
        return reader.read(file);
    }
}
