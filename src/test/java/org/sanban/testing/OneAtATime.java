package org.sanban.testing;

import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Tests that share an office, and so its clock, run one after the other; those of another office run beside them on the second core.
 * An office is one a class that says how it is started.
 */
public class OneAtATime implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForClass(Class<?> test) {
        Class<?> starts = test;
        while (starts.getDeclaredAnnotation(SpringBootTest.class) == null) {
            starts = starts.getSuperclass();
        }
        return Set.of(new Lock(starts.getName()));
    }
}
