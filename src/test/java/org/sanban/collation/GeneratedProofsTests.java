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
 * Promise 4: what is printed is what was signed. Generated papers in three formats, with faults and without, one in ten as the house itself sets
 * them: every fault is found at its place, and nothing where there is none. The whole thousand of each: {@code -Dsanban.proofs=1000}.
 */
@Alongside
class GeneratedProofsTests {

    static final ProofLimits LIMITS = new ProofLimits(500, 400_000, 10_000, 64L << 20, Duration.ofSeconds(20));
    private static final int PROOFS = Integer.getInteger("sanban.proofs", 200);
    private static final List<Function<List<Block>, byte[]>> FORMATS = List.of(PlainPrinting::pdf, PlainPrinting::ofd, PlainPrinting::docx);

    /** Every so many is set as the house sets papers. */
    private static final int OFFICIAL = 10;

    private final ProofReader reader = new ProofReader(LIMITS);
    private int set;

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
        assertThat(set).as("set as the house does").isGreaterThan(PROOFS / OFFICIAL / 2);
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
        int format = seed % FORMATS.size();
        Optional<byte[]> official = seed % OFFICIAL == 0 ? OfficialPrinting.of(printed, format) : Optional.empty();
        set += official.isPresent() ? 1 : 0;
        return reader.read(Files.write(folder.resolve("proof"), official.orElseGet(() -> FORMATS.get(format).apply(printed))));
    }
}
