package org.sanban.reports;

/** How many, and where it is asked for how long. */
public final class Tally {

    private int count;
    private final Lengths lengths = new Lengths();

    void add(int more) {
        count += more;
    }

    void add(Tally other) {
        count += other.count;
        lengths.add(other.lengths);
    }

    public int count() {
        return count;
    }

    public Lengths lengths() {
        return lengths;
    }
}
