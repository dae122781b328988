package org.sanban.reports;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Many lengths of time, as counts by length. Each is rounded to two digits (7, 42, 130, 4,300 minutes), so that millions of them
 * take a few hundred counts and the counts of two months add up; a percentile is therefore the exact one, rounded to two digits.
 */
public final class Lengths {

    private final TreeMap<Integer, Integer> counts = new TreeMap<>();
    private int size;

    /** The nearest length of two digits: 0 to 99 as they are, then 100, 110 … 990, 1,000, 1,100 … Never negative. */
    public static int rounded(long minutes) {
        long scale = 1;
        while (minutes / scale >= 100) {
            scale *= 10;
        }
        return (int) Math.clamp((minutes + scale / 2) / scale * scale, 0, Integer.MAX_VALUE);
    }

    public void add(long minutes) {
        add(rounded(minutes), 1);
    }

    private void add(int length, int times) {
        counts.merge(length, times, Integer::sum);
        size += times;
    }

    public int size() {
        return size;
    }

    /**
     * The length that the share {@code p} of them does not exceed, by nearest rank.
     *
     * @param p above 0, up to 1; 0.5 is the median
     * @return minutes of two digits, 0 where there is none
     */
    public int percentile(double p) {
        long rank = Math.max(1, (long) Math.ceil(p * size - 1e-9));
        long passed = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            passed += entry.getValue();
            if (passed >= rank) {
                return entry.getKey();
            }
        }
        return 0;
    }

    /** As kept in the database: pairs of the step to the next length and its count, seven bits a byte. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(counts.size() * 3);
        int last = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            write(out, entry.getKey() - last);
            write(out, entry.getValue());
            last = entry.getKey();
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int value) {
        for (int rest = value; ; rest >>>= 7) {
            if (rest < 128) {
                out.write(rest);
                return;
            }
            out.write(rest & 127 | 128);
        }
    }

    /** Adds what {@link #bytes} kept. */
    public void add(byte[] kept) {
        int length = 0;
        int value = 0;
        int shift = 0;
        boolean step = true;
        for (byte b : kept) {
            value |= (b & 127) << shift;
            shift += 7;
            if (b >= 0) {
                if (step) {
                    length += value;
                } else {
                    add(length, value);
                }
                step = !step;
                value = 0;
                shift = 0;
            }
        }
    }

    public void add(Lengths other) {
        other.counts.forEach(this::add);
    }
}
