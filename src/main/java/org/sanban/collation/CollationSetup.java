package org.sanban.collation;

import java.time.Duration;
import org.sanban.files.FilesSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Limits of reading a proof: those of files, and of its own pages and characters ({@code sanban.collation.*}). */
@Configuration(proxyBeanMethods = false)
class CollationSetup {

    @Bean
    ProofReader proofReader(
            FilesSettings files, @Value("${sanban.collation.pages:500}") int pages, @Value("${sanban.collation.characters:400000}") int characters,
            @Value("${sanban.collation.time:20s}") Duration time) {
        return new ProofReader(new ProofLimits(pages, characters, files.zipEntries(), files.inflated().toBytes(), time));
    }
}
