package org.sanban.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.sanban.people.Actors;
import org.sanban.people.Directory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.PriorityOrdered;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Base of the tests that need the office: the whole application on a throw-away PostgreSQL with the sample office loaded,
 * started once for all of them. Nothing is emptied between tests: each makes its own subjects.
 */
@SpringBootTest
@Import(OfficeTest.World.class)
@ResourceLock(providers = OneAtATime.class)
public abstract class OfficeTest {

    @Autowired
    protected Office office;

    @Autowired
    protected TestClock clock;

    @DynamicPropertySource
    static void throwAwayDatabase(DynamicPropertyRegistry properties) {
        Path own = freshDirectory();
        properties.add("sanban.embedded.directory", own::toString);
        properties.add("sanban.embedded.port", () -> 0);
        properties.add("sanban.embedded.durable", () -> false);
        properties.add("sanban.demo.papers", () -> false);
        properties.add("sanban.audit.seal-every", () -> "12h");
        properties.add("sanban.jobs.enabled", () -> false);
        properties.add("sanban.files.directory", () -> Path.of("target", "files", own.getFileName().toString()).toString());
        properties.add("sanban.security.bcrypt-strength", () -> 4);
    }

    @BeforeEach
    void theClockStandsAtItsStart() {
        clock.reset();
    }

    /** Under target/, one an office; those of earlier processes go. */
    private static Path freshDirectory() {
        Path all = Path.of("target", "postgres");
        try {
            Files.createDirectories(all);
            try (Stream<Path> old = Files.list(all)) {
                old.filter(path -> ProcessHandle.of(Long.parseLong(path.getFileName().toString().split("-")[0])).isEmpty())
                        .forEach(path -> FileSystemUtils.deleteRecursively(path.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.resolve(ProcessHandle.current().pid() + "-" + System.nanoTime());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class World {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        static BeanPostProcessor countableStatements() {
            return new Counting();
        }

        /** Below what the application lays over its pool, so that it counts what is really sent. */
        private static final class Counting implements BeanPostProcessor, PriorityOrdered {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real && name.equals("dataSource") ? new Statements.Source(real) : bean;
            }

            @Override
            public int getOrder() {
                return 0;
            }
        }

        @Bean
        Office office(Directory directory, Actors actors, TestClock clock) {
            return new Office(directory, actors, clock);
        }
    }
}
