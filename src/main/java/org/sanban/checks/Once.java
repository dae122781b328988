package org.sanban.checks;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first asked for, by one thread only. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> make;
    private volatile @Nullable T made;

    private Once(Supplier<T> make) {
        this.make = make;
    }

    static <T> Once<T> of(Supplier<T> make) {
        return new Once<>(make);
    }

    @Override
    public T get() {
        T value = made;
        if (value == null) {
            synchronized (this) {
                value = made;
                if (value == null) {
                    value = make.get();
                    made = value;
                }
            }
        }
        return value;
    }
}
